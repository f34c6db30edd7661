#!/usr/bin/env bash
# Ceph RADOS Gateway on loopback, over one monitor and one OSD in memory: a real S3 store for the tests.
#   s3-server.sh DIR [start|stop|install]     start prints KEY=VALUE lines once the store answers and the bucket exists
set -euo pipefail
mkdir -p "$1"; dir=$(cd "$1" && pwd -P)
. "$(dirname "$0")/engine.sh"
packages=(openssl curl ceph-mon ceph-osd radosgw ceph-common)

# Placement groups without replicas and without autoscaling need no manager; commits do not wait for the usual second.
configure() {
  cat <<CONF
[global]
fsid = $1
mon host = v2:127.0.0.1:$mon_port
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv6 = false
ms bind msgr1 = false
keyring = $dir/keyring
run dir = $dir/run
crash dir = $dir/run
admin socket = $dir/run/\$name.asok
log file = $dir/log/\$name.log
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
paxos propose interval = 0.05
paxos min wait = 0.01
[mon]
mon data = $dir/mon
mon allow pool size one = true
mon warn on pool no redundancy = false
mon data avail warn = 1
mon data avail crit = 0
auth allow insecure global id reclaim = false
[osd]
osd data = $dir/osd
osd objectstore = memstore
memstore device bytes = 4294967296
osd class update on start = false
[client.rgw]
rgw data = $dir/rgw
rgw thread pool size = 32
CONF
}

make_cluster() {
  local caps=(--cap mon 'allow *' --cap osd 'allow *')
  ceph-authtool -C "$dir/keyring" --gen-key -n mon. --cap mon 'allow *'
  ceph-authtool "$dir/keyring" --gen-key -n client.admin "${caps[@]}"
  ceph-authtool "$dir/keyring" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *'
  ceph-authtool "$dir/keyring" --gen-key -n client.rgw --cap mon 'allow rw' --cap osd 'allow rwx'
  monmaptool --create --clobber --fsid "$1" --addv a "[v2:127.0.0.1:$mon_port]" "$dir/monmap"
  ceph-mon --mkfs -i a --monmap "$dir/monmap" --keyring "$dir/keyring"
}

try_start() {
  local fsid osd access=$1 secret=$2
  rm -rf "$dir"/{mon,osd,rgw,run,log,keyring,monmap}; mkdir -p "$dir"/{mon,osd,rgw,run,log}
  free_port mon_port; free_port port
  fsid=$(cat /proc/sys/kernel/random/uuid); osd=$(cat /proc/sys/kernel/random/uuid)
  export CEPH_CONF=$dir/ceph.conf
  configure "$fsid" >"$CEPH_CONF"
  make_cluster "$fsid" >"$dir/log/mkfs.out" 2>&1 || return 1
  spawn mon ceph-mon -f -i a
  timeout 60 ceph osd new "$osd" 0 >>"$dir/log/mkfs.out" 2>&1 || return 1
  ceph-osd -i 0 --mkfs --osd-uuid "$osd" --monmap "$dir/monmap" >>"$dir/log/mkfs.out" 2>&1 || return 1
  spawn osd ceph-osd -f -i 0
  # Makes the pools of the gateway as well, so it comes before the gateway.
  timeout 120 radosgw-admin -n client.rgw user create --uid=test --display-name=test --access-key="$access" --secret="$secret" \
    >"$dir/log/user.out" 2>&1 || return 1
  spawn rgw radosgw -f -n client.rgw --rgw-frontends "beast endpoint=127.0.0.1:$port"
  answers "http://127.0.0.1:$port/" || return 1
  curl -sf -o /dev/null --retry 3 --retry-delay 1 --retry-all-errors --noproxy '*' --aws-sigv4 aws:amz:us-east-1:s3 -u "$access:$secret" \
    -H "x-amz-content-sha256: $(printf '' | sha256sum | cut -d' ' -f1)" -X PUT "http://127.0.0.1:$port/batches"
}

start() {
  need "${packages[@]}"
  local access secret; access=TEST$(openssl rand -hex 8 | tr a-f A-F); secret=$(openssl rand -hex 20)
  for _ in 1 2 3; do
    stop
    if try_start "$access" "$secret"; then
      printf '%s\n' "ENDPOINT=http://127.0.0.1:$port" "BUCKET=batches" "ACCESS_KEY=$access" "SECRET_KEY=$secret"
      return
    fi
  done
  tail -n 5 "$dir"/log/*.out >&2; stop; die 'did not start'
}

case ${2:-start} in start) start ;; stop) stop ;; install) need "${packages[@]}" ;; *) die "no such verb: $2" ;; esac
