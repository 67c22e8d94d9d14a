# Starts, watches and stops the daemons of a test cloud. Sourced, not run; the
# caller has set RUN (pid files) and LOG. No systemd is needed.
export PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8
export no_proxy=127.0.0.1,localhost NO_PROXY=127.0.0.1,localhost
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
unset PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE PYENV_VERSION

say() { printf '%(%H:%M:%S)T %s\n' -1 "$*"; }
die() { say "$*" >&2; exit 1; }

# A process is named by its pid and its start time, so that a pid that was
# used again by another program is never taken for ours. One that has ended and
# is not yet reaped (Z) has none.
starttime() { sed -n 's/.*) //; /^[ZX]/!p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }
alive() { # name
  local pid st
  [ -r "$RUN/$1.pid" ] || return 1
  read -r pid st <"$RUN/$1.pid"
  [ -n "$pid" ] && [ -n "$st" ] && [ "$(starttime "$pid")" = "$st" ]
}
start() { # name command...
  local name=$1 pid; shift
  if alive "$name"; then return 0; fi
  setsid "$@" >>"$LOG/$name.log" 2>&1 </dev/null &
  pid=$!
  sleep 0.05
  echo "$pid $(starttime "$pid")" >"$RUN/$name.pid"
  echo "$name" >>"$RUN/order"
}
stop() { # name [seconds]
  local name=$1 pid st i
  if alive "$name"; then
    read -r pid st <"$RUN/$name.pid"
    kill -TERM "$pid" 2>/dev/null || true
    for ((i = 0; i < ${2:-15} * 10; i++)); do alive "$name" || break; sleep 0.1; done
    # setsid made it the leader of its own group: the group holds only it and its children
    kill -KILL -- "-$pid" 2>/dev/null || true
  fi
  rm -f "$RUN/$name.pid"
}
wait_for() { # name seconds command...
  local name=$1 limit=$2 end; shift 2
  end=$((SECONDS + limit))
  until "$@" >/dev/null 2>&1; do
    alive "$name" || { tail -n 30 "$LOG/$name.log" >&2 || true; die "$name has died (see $LOG/$name.log)"; }
    [ $SECONDS -lt $end ] || { tail -n 30 "$LOG/$name.log" >&2 || true; die "$name does not answer after ${limit}s (see $LOG/$name.log)"; }
    sleep 0.3
  done
}
http_ok() { # url : any HTTP status below 500 counts as an answer
  local c; c=$(curl -s -o /dev/null -m 20 -w '%{http_code}' "$1") && [ "$c" != 000 ] && [ "$c" -lt 500 ]
}

# Installs the packages that are missing, starting no daemon: a policy-rc.d
# that says "101" is put in place meanwhile when the machine has none. One at a
# time: both clouds may be installed at once.
install_packages() { (flock 9; install_missing "$@") 9>/run/lock/stackline-test-cloud; }
install_missing() {
  local p missing=() policy=
  for p in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing+=("$p")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "apt: ${#missing[@]} packages"
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    policy=/usr/sbin/policy-rc.d
    printf '#!/bin/sh\nexit 101\n' >$policy; chmod 755 $policy
  fi
  local code=0
  { apt-get -qq -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 update &&
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=600 \
      -o Acquire::Retries=3 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold \
      install "${missing[@]}"; } </dev/null || code=$?
  [ -z "$policy" ] || rm -f $policy
  return $code
}
