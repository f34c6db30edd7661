#!/usr/bin/env bash
# Verifies a Xunzhi bundle with stock tools only; nothing of Xunzhi is used. The format is docs/batch-format.md.
#   verify.sh BUNDLE.ibz [IDENTITY_FILE]
# Needs unzip, sha256sum, ssh-keygen (8.1 or later) and jq; with an age identity file of a recipient also age and gunzip.
# Prints a JSON summary on stdout. Exit 0: everything holds; 1: something does not; 3: cannot run.
set -uo pipefail
export LC_ALL=C

bundle=${1:-} identity=${2:-}
if [ -z "$bundle" ]; then echo "usage: verify.sh BUNDLE.ibz [IDENTITY_FILE]" >&2; exit 3; fi
for tool in unzip sha256sum ssh-keygen jq base32 ${identity:+age gunzip}; do
  command -v "$tool" >/dev/null || { echo "verify.sh: $tool is missing" >&2; exit 3; }
done
if [ ! -r "$bundle" ] || { [ -n "$identity" ] && [ ! -r "$identity" ]; }; then echo "verify.sh: cannot read $bundle $identity" >&2; exit 3; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
problems=$work/problems batches=$work/batches
: >"$problems"; : >"$batches"
files=$work/files
mkdir "$files"

fault() { jq -cn --arg code "$1" --arg part "$2" '{code: $code, part: $part}' >>"$problems"; }
summary() {
  jq -n --slurpfile problems "$problems" --slurpfile batches "$batches" --arg file "$bundle" \
    '{ok: ($problems == []), file: $file, batches: $batches, problems: $problems}'
  [ ! -s "$problems" ]; exit
}
sha() { sha256sum | cut -d' ' -f1; }
bytes_of() { printf "$(sed 's/../\\x&/g' <<<"$1")"; }

# 1. The ZIP: stored entries only, names of the pattern only, no name twice, every checksum right.
name='README\.txt|allowed_signers|format\.json|trust/(root|list)/[0-9]{10}\.json(\.sig\.[a-z2-7]{26})?'
name="^($name|s/[a-z2-7]{26}/[0-9a-f]{16}/(h/[0-9]{10}\.json(\.sig)?|[kb]/[0-9a-f]{64}\.age|a/[0-9a-f]{2}/[0-9a-f]{64}\.age))\$"
unzip -Z1 "$bundle" >"$work/names" 2>/dev/null || { fault notAZip ''; summary; }
while read -r entry; do fault foreignEntry "$entry"; done < <(grep -Ev "$name" "$work/names")
while read -r entry; do fault badEntry "$entry"; done < <(sort "$work/names" | uniq -d)
if unzip -Z "$bundle" | grep -E '^[-dl?]' | grep -vq ' stor '; then fault badEntry ''; fi
[ -s "$problems" ] && summary
unzip -qq "$bundle" -d "$files" >/dev/null 2>"$work/unzip" || fault damaged "$(sed "s#$files/##g" "$work/unzip" | grep -oE '\b(README|allowed_|trust/|s/)[A-Za-z0-9_./]+' | head -n 1)"
cd "$files" || exit 3

# 2. Every object bears the sha256 of its bytes.
find s -name '*.age' 2>/dev/null | sort >"$work/objects"
while read -r object; do
  [ "$(sha <"$object").age" = "${object##*/}" ] || fault wrongHash "$object"
done <"$work/objects"

# 3. allowed_signers: each device is named by the hash of its key (first 16 bytes of the sha256 of the key blob, base32).
[ -e allowed_signers ] || fault missingObject allowed_signers
while read -r device _ _ key; do
  hex=$(base64 -d <<<"$key" 2>/dev/null | sha)
  [ "$(bytes_of "${hex:0:32}" | base32 | tr -d = | tr A-Z a-z)" = "$device" ] || fault foreignEntry allowed_signers
done < <(cat allowed_signers 2>/dev/null)

# The Merkle root of RFC 6962 over lines; only for small batches, a shell needs a process for each hash.
merkle() { # FILE COUNT
  local nodes=() next i line
  while IFS= read -r line; do nodes+=("$({ printf '\0'; printf %s "$line"; } | sha)"); done <"$1"
  while [ ${#nodes[@]} -gt 1 ]; do
    next=()
    for ((i = 0; i + 1 < ${#nodes[@]}; i += 2)); do next+=("$({ printf '\1'; bytes_of "${nodes[i]}${nodes[i + 1]}"; } | sha)"); done
    if [ $i -lt ${#nodes[@]} ]; then next+=("${nodes[i]}"); fi
    nodes=("${next[@]}")
  done
  echo "${nodes[0]}"
}

# 5. With an identity: unwrap the key, open the lines, compare them with the head, put the attachments together.
open_batch() { # HEAD_FILE STREAM
  local head=$1 stream=$2 ct key=$work/batch.key lines=$work/lines.ndjson body
  rm -f "$key"
  for ct in $(jq -r '.keys[].ct' "$head"); do
    age -d -i "$identity" "$stream/k/$ct.age" >"$key" 2>/dev/null && break
    rm -f "$key"
  done
  [ -s "$key" ] || { fault wrongKey "$head"; return 1; }
  body=$stream/b/$(jq -r .body.ct "$head").age
  age -d -i "$key" "$body" 2>/dev/null | gunzip >"$lines" 2>/dev/null || { fault damaged "$body"; return 1; }
  [ "$(sha <"$lines") $(wc -c <"$lines") $(wc -l <"$lines")" = "$(jq -r '"\(.body.pt) \(.body.ptSize) \(.body.lines)"' "$head")" ] || fault damaged "$body"
  if [ "$(wc -l <"$lines")" -le 300 ] && [ "$(merkle "$lines")" != "$(jq -r .body.root "$head")" ]; then fault damaged "$body"; fi
  check_lines "$head" "$lines" "$body"
  check_attachments "$head" "$lines" "$stream" "$key"
}

check_lines() { # HEAD_FILE LINES BODY
  [ "$(head -n 1 "$2" | jq -cj .to | sha)" = "$(jq -r .aud "$1")" ] || fault badLine "$3"
  [ "$(jq -r .dev "$2" | sort -u)" = "$(jq -r .device "$1")" ] || fault badLine "$3"
  # jq writes every line canonically but for the character DEL, which it escapes.
  grep -av $'\x7f' "$2" >"$work/plain"
  jq -cS . "$work/plain" 2>/dev/null | cmp -s - "$work/plain" || fault badLine "$3"
}

check_attachments() { # HEAD_FILE LINES STREAM KEY
  local sha256 size parts ct file=$work/attachment
  jq -r 'select(.t == "att").parts[].ct' "$2" | sort -u | diff -q - <(jq -r '.blobs[].ct' "$1" | sort -u) >/dev/null || fault missingObject "$1"
  while read -r sha256 size parts; do
    for ct in $parts; do age -d -i "$4" "$3/a/${ct:0:2}/$ct.age" 2>/dev/null || fault damaged "$3/a/${ct:0:2}/$ct.age"; done >"$file"
    [ "$(sha <"$file") $(wc -c <"$file")" = "$sha256 $size" ] || fault wrongHash "$3/a/${parts:0:2}/${parts%% *}.age"
  done < <(jq -r 'select(.t == "att") | "\(.sha256) \(.size) \([.parts[].ct] | join(" "))"' "$2")
}

# 4. Each head: canonical, at its place, signed by its device, and every object it names is there with its size.
: >"$work/named"
heads=$(find s -path '*/h/*.json' 2>/dev/null | sort)
[ -n "$heads" ] || fault noHead ''
for head in $heads; do
  stream=${head%/h/*} device=$(cut -d/ -f2 <<<"$head") before=$(tail -n 1 "$work/chain" 2>/dev/null)
  if ! jq -cS . "$head" 2>/dev/null | cmp -s - "$head"; then fault badHead "$head"; continue; fi
  at=$(jq -r '"s/\(.device)/\(.epoch)/h/\("000000000\(.seq)"[-10:]).json"' "$head")
  [ "$(jq -r '"\(.type) \(.v)"' "$head") $at" = "inspect-batch/head 1 $head" ] || fault badHead "$head"
  ssh-keygen -Y verify -f allowed_signers -I "$device" -n inspect-batch@v1 -s "$head.sig" <"$head" >/dev/null 2>&1 || fault badSignature "$head.sig"
  hash=$(sha <"$head") seq=$(jq .seq "$head") prev=$(jq -r .prev "$head")
  read -r last_stream last_seq last_hash <<<"$before"
  if [ "$last_stream" = "$stream" ] && [ "$((last_seq + 1))" = "$seq" ] && [ "$last_hash" != "$prev" ]; then fault forked "$head"; fi
  echo "$stream $seq $hash" >>"$work/chain"
  jq -r '(.blobs[] | "a/\(.ct[:2])/\(.ct).age \(.size)"), "b/\(.body.ct).age \(.body.size)", (.keys[] | "k/\(.ct).age \(.size)")' "$head" >"$work/wanted"
  while read -r object size; do
    echo "$stream/$object" >>"$work/named"
    if [ ! -e "$stream/$object" ]; then fault missingObject "$stream/$object"
    elif [ "$(wc -c <"$stream/$object")" != "$size" ]; then fault wrongHash "$stream/$object"; fi
  done <"$work/wanted"
  opened=false
  if [ -n "$identity" ] && [ ! -s "$problems" ]; then open_batch "$head" "$stream" && opened=true; fi
  jq -c --arg hash "$hash" --argjson opened $opened \
    '{head: $hash, device, epoch, seq, prev, created, lines: .body.lines, objects: (.blobs | length), opened: $opened}' "$head" >>"$batches"
done
while read -r object; do fault foreignEntry "$object"; done < <(sort "$work/named" | comm -13 - "$work/objects")
summary
