#!/usr/bin/env bash
# Apache mod_dav on loopback, with basic auth, over http and https: a real WebDAV server for the tests.
#   webdav-server.sh DIR [start|stop|install]     start prints KEY=VALUE lines once the server answers
set -euo pipefail
mkdir -p "$1"; dir=$(cd "$1" && pwd -P)
. "$(dirname "$0")/engine.sh"

make_tls() { # an authority of its own, as a company has one
  local t=$dir/tls; mkdir -p "$t"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$t/ca.key" -out "$t/ca.pem" -days 30 \
    -subj '/CN=test CA' -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$t/server.key" -out "$t/server.csr" -subj '/CN=localhost' 2>/dev/null
  printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n' >"$t/ext"
  openssl x509 -req -in "$t/server.csr" -CA "$t/ca.pem" -CAkey "$t/ca.key" -CAcreateserial -days 30 -extfile "$t/ext" -out "$t/server.pem" 2>/dev/null
}

configure() {
  local mods m; mods=$(dirname "$(dpkg -L apache2-bin | grep -m1 '/mod_dav\.so$')")
  for m in mpm_event authn_core authn_file authz_core authz_user auth_basic dav dav_fs mime ssl socache_shmcb; do
    echo "LoadModule ${m}_module $mods/mod_$m.so"
  done
  cat <<CONF
ServerRoot "$dir"
ServerName localhost
PidFile "$dir/run/apache.pid"
Mutex file:$dir/run default
DefaultRuntimeDir "$dir/run"
ErrorLog "$dir/log/error.log"
Listen 127.0.0.1:$port
Listen 127.0.0.1:$tls_port
User www-data
Group www-data
EnableSendfile Off
TypesConfig "$dir/mime.types"
DavLockDB "$dir/run/davlock"
DocumentRoot "$dir/data"
<Directory "$dir/data">
  Dav On
  Options None
  AuthType Basic
  AuthName test
  AuthUserFile "$dir/htpasswd"
  Require valid-user
</Directory>
<VirtualHost 127.0.0.1:$tls_port>
  SSLEngine on
  SSLCertificateFile "$dir/tls/server.pem"
  SSLCertificateKeyFile "$dir/tls/server.key"
</VirtualHost>
CONF
}

start() {
  local user=alice password wrap=()
  need openssl curl apache2-bin
  stop
  mkdir -p "$dir"/{data,run,log}
  make_tls
  password=$(openssl rand -hex 12)
  printf 'application/octet-stream bin\n' >"$dir/mime.types"
  printf '%s:%s\n' "$user" "$(openssl passwd -apr1 "$password")" >"$dir/htpasswd"
  # As root the server runs as an ordinary user who owns root's files, so that a folder of mode 700 is no obstacle.
  if [ "$(id -u)" = 0 ] && unshare --user --map-user=33 --map-group=33 true 2>/dev/null; then wrap=(unshare --user --map-user=33 --map-group=33 --)
  elif [ "$(id -u)" = 0 ]; then chmod 711 "$dir"; chown -R www-data: "$dir"/{data,run,log}; fi
  for _ in 1 2 3 4 5; do
    free_port port; free_port tls_port
    configure >"$dir/apache.conf"
    spawn apache "${wrap[@]}" apache2 -f "$dir/apache.conf" -DFOREGROUND
    if answers --cacert "$dir/tls/ca.pem" -u "$user:$password" -X PROPFIND -H 'Depth: 0' "https://localhost:$tls_port/"; then
      printf '%s\n' "URL=https://localhost:$tls_port/" "HTTP_URL=http://127.0.0.1:$port/" "USER=$user" "PASSWORD=$password" "CA=$dir/tls/ca.pem" "DATA=$dir/data"
      return
    fi
    stop
  done
  tail -n 20 "$dir"/log/* >&2; die 'did not start'
}

case ${2:-start} in start) start ;; stop) stop ;; install) need openssl curl apache2-bin ;; *) die "no such verb: $2" ;; esac
