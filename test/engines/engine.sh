# What the engines have in common; sourced. `dir` is the caller's folder, everything a server writes lies below it.
PATH=$PATH:/usr/sbin:/sbin
die() { echo "$(basename "$0"): $*" >&2; exit 1; }

# Packages of Debian, without their service files being started: root installs what is missing, others are told.
need() {
  local missing=() p rc=0 policy=/usr/sbin/policy-rc.d made=
  for p in "$@"; do [ "$(dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null || true)" = installed ] || missing+=("$p"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || die "missing packages and not root: ${missing[*]}"
  if [ ! -e "$policy" ]; then printf '#!/bin/sh\nexit 101\n' >"$policy"; chmod 755 "$policy"; made=1; fi
  export DEBIAN_FRONTEND=noninteractive
  { apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}" ||
    { apt-get update && apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}"; }
  } >"$dir/apt.log" 2>&1 || rc=$?
  if [ -n "$made" ]; then rm -f "$policy"; fi
  [ $rc = 0 ] || { tail -5 "$dir/apt.log" >&2; die "apt-get failed"; }
}

# dir/pids has lines "pid starttime": a process is ours only while its kernel start time is the recorded one.
start_time() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
alive() { [ -d "/proc/$1" ] && [ "$(start_time "$1")" = "$2" ] && [ "$(sed 's/.*) //' "/proc/$1/stat" | cut -c1)" != Z ]; }
spawn() { # name command...
  local name=$1; shift
  setsid "$@" </dev/null >"$dir/log/$name.out" 2>&1 &
  echo "$! $(start_time $!)" >>"$dir/pids"
}
all_alive() { local p s; [ -s "$dir/pids" ] || return 1; while read -r p s; do alive "$p" "$s" || return 1; done <"$dir/pids"; }
stop() { # what was started last goes first; its children are of its session
  local p s i
  [ -s "$dir/pids" ] || return 0
  while read -r p s; do
    alive "$p" "$s" || continue
    kill -TERM "$p" 2>/dev/null || true
    for i in $(seq 100); do alive "$p" "$s" || break; sleep 0.05; done
    kill -KILL -- "-$p" 2>/dev/null || true
  done < <(tac "$dir/pids")
  rm -f "$dir/pids"
}

used=' '
free_port() { # sets $1 to a loopback port nobody listens on
  local p; while :; do p=$((20000 + RANDOM % 12000)); [[ $used == *" $p "* ]] && continue
    (exec 3<>"/dev/tcp/127.0.0.1/$p") 2>/dev/null || { used+="$p "; printf -v "$1" %s "$p"; return; }; done
}
answers() { # curl arguments...: true as soon as the server answers, false when it ends first
  local i; for i in $(seq 400); do all_alive || return 1; curl -sf -o /dev/null --noproxy '*' --max-time 5 "$@" && return 0; sleep 0.05; done; return 1
}
