# Shared by install, up and down. Sourced, not run.
OSLAB=${OSLAB_STATE:-/var/lib/oslab}
RUN=$OSLAB/run LOG=$OSLAB/log ETC=$OSLAB/etc
. "$here/../daemons.sh"

# As Debian's init scripts do it: uwsgi's http-socket, Content-Length removed.
wsgi() { # name port processes threads file
  echo uwsgi_python3 --http-socket "127.0.0.1:$2" --processes "$3" --threads "$4" \
    --buffer-size 65535 --rem-header Content-Length --master --enable-threads --thunder-lock \
    --lazy-apps --no-orphans --die-on-term --listen 100 --need-app --wsgi-file "$5"
}
start_keystone() { OS_KEYSTONE_CONFIG_DIR=$ETC/keystone start keystone $(wsgi keystone 5000 2 4 /usr/bin/keystone-wsgi-public); }
keystone_answers() { wait_for keystone 90 http_ok http://127.0.0.1:5000/v3; }
