/**
 * README.txt of every bundle: how a stranger opens it with stock tools. The text is constant, so that a reader can compare it: a
 * changed README would be a stranger's advice under our name. Readers months behind refuse a text they do not know, so a new one
 * comes only together with a new READER_VERSION; the old ones stay in the list for ever.
 */
const README_1 = `巡质 Xunzhi 数据包 / batch bundle (.ibz)

本文件是一个不压缩的 ZIP。任何人都可以用系统自带的工具核对它，不需要巡质软件。
This file is a ZIP without compression. Anyone can check it with stock tools; Xunzhi is not needed.

内容 / What is inside
  s/<device>/<epoch>/h/<seq>.json       批次头（明文，已签名）  the head of a batch (clear text, signed)
  s/<device>/<epoch>/h/<seq>.json.sig   对批次头的签名          the signature over the head (SSHSIG, Ed25519)
  s/<device>/<epoch>/k/<sha256>.age     批次密钥（已加密）      the key of the batch, encrypted to its recipients
  s/<device>/<epoch>/b/<sha256>.age     记录（gzip，已加密）    the records: gzip of one JSON object a line, encrypted
  s/<device>/<epoch>/a/xx/<sha256>.age  照片等附件（已加密）    attachments in parts of at most 8 MiB, encrypted
  allowed_signers                       设备公钥                public keys; each device is named by the hash of its key

核对与打开（Linux、macOS、Windows 的 Git Bash；需要 OpenSSH、jq 和 age）
To check and open (Linux, macOS, Git Bash on Windows; needs OpenSSH, jq and age)

  1. 解包 / unpack
     unzip FILE.ibz -d bundle && cd bundle

  2. 每个对象的文件名就是它的 sha256 / every object is named by its own sha256
     for f in s/*/*/k/*.age s/*/*/b/*.age s/*/*/a/*/*.age; do [ ! -e "$f" ] || echo "$(basename "$f" .age)  $f"; done | sha256sum -c

  3. 批次头的签名，以及它列出的对象 / the signature over each head, and the objects it names
     for h in s/*/*/h/*.json; do d=$(echo "$h" | cut -d/ -f2)
       ssh-keygen -Y verify -f allowed_signers -I "$d" -n inspect-batch@v1 -s "$h.sig" < "$h"; jq . "$h"; done
     设备号应与报送单位告知的一致 / compare the device id with the one its owner tells you

  4. 用收件人的密钥打开 / open it with the key of a recipient
     age -d -i IDENTITY_FILE s/<device>/<epoch>/k/<keys.ct>.age > batch.key
     age -d -i batch.key s/<device>/<epoch>/b/<body.ct>.age | gunzip > lines.ndjson
     sha256sum lines.ndjson                     # = body.pt
     jq -c 'select(.t == "att")' lines.ndjson   # 附件由哪些部分组成 / which parts make which file
     for p in PARTS; do age -d -i batch.key s/<device>/<epoch>/a/\${p:0:2}/$p.age; done | sha256sum   # = att.sha256
`

/** The text written today. */
export const README = README_1

/** Every text that was ever written. */
export const KNOWN_READMES: readonly string[] = [README_1]
