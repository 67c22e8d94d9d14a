# Sourced by `up --with-nova`: the nova, neutron and glance APIs of the other
# cloud (Debian's Zed packages, its databases, message bus and images) a second
# time, on ports of their own, with this Keystone to ask about tokens. The
# tenants here get the ids of its projects, so that they own its servers.
ZED=${OSLAB_STATE:-/var/lib/oslab}
[ -r "$ZED/etc/nova/nova.conf" ] && http_ok http://127.0.0.1:5000/v3 && http_ok http://127.0.0.1:8774/ ||
  die "--with-nova needs the cloud of zed/up"
zed_token=$(curl -s -D - -o /dev/null -H 'Content-Type: application/json' \
  -d '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"admin","domain":{"id":"default"},"password":"oslab-secret"}}},"scope":{"project":{"name":"admin","domain":{"id":"default"}}}}}' \
  http://127.0.0.1:5000/v3/auth/tokens | tr -d '\r' | awk 'tolower($1)=="x-subject-token:"{print $2}')
curl -s -H "X-Auth-Token: $zed_token" 'http://127.0.0.1:5000/v3/projects?domain_id=default' |
  jq '[.projects[]|{(.name):.id}]|add' >"$STATE/tenant-ids.json"
[ "$(jq -r .admin "$STATE/tenant-ids.json")" != null ] || die "no projects from the other cloud's keystone"
"$here/seed" --tenant-ids "$STATE/tenant-ids.json"

mkdir -p "$ETC"/{nova,neutron,glance} "$STATE/locks"
# another keystone; no shared token cache; a service token is one of an admin
# (there is no role "service" in a cloud of that time)
port() { # file : the same file, for this side
  sed -e 's|http://127.0.0.1:5000|http://127.0.0.1:15000|' -e '/^memcached_servers/d' \
    -e 's/^service_token_roles_required = true/&\nservice_token_roles = admin/' -e "s|^lock_path = .*|lock_path = $STATE/locks|" \
    -e 's/^username = \(neutron\|placement\)$/username = nova/' \
    -e 's|http://127.0.0.1:9292|http://127.0.0.1:19292|' "$1"
}
port "$ZED/etc/nova/nova.conf" >"$ETC/nova/nova.conf"
cp "$ZED/etc/nova/api-paste.ini" "$ETC/nova/"
# pages of 20: what a client does with next links shows on a few dozen servers
sed -i -e "s|^api_paste_config = .*|api_paste_config = $ETC/nova/api-paste.ini|" \
  -e 's|^\[api\]$|&\nmax_limit = 20|' "$ETC/nova/nova.conf"
port "$ZED/etc/neutron/neutron.conf" >"$ETC/neutron/neutron.conf"
cp "$ZED/etc/neutron/"{api-paste.ini,ml2_conf.ini} "$ETC/neutron/"
sed -i -e "s|^api_paste_config = .*|api_paste_config = $ETC/neutron/api-paste.ini|" \
  -e 's|^bind_port = .*|bind_port = 19696|' "$ETC/neutron/neutron.conf"
port "$ZED/etc/glance/glance-api.conf" |
  sed -e 's|^bind_port = .*|bind_port = 19292|' >"$ETC/glance/glance-api.conf"

nova_wsgi() { # port file
  echo uwsgi_python3 --http-socket "127.0.0.1:$1" --processes 1 --threads 1 \
    --buffer-size 65535 --rem-header Content-Length --master --enable-threads \
    --lazy-apps --no-orphans --die-on-term --listen 100 --need-app --wsgi-file "$2"
}
OS_NOVA_CONFIG_DIR=$ETC/nova start nova-api $(nova_wsgi 18774 /usr/bin/nova-api-wsgi)
# neutron's API without its RPC server: that of the other cloud answers the agents
start neutron-api $(nova_wsgi 19696 /usr/bin/neutron-api) \
  --pyargv "--config-file $ETC/neutron/neutron.conf --config-file $ETC/neutron/ml2_conf.ini"
start glance-api glance-api --config-file "$ETC/glance/glance-api.conf"
wait_for nova-api 120 http_ok http://127.0.0.1:18774/
wait_for neutron-api 120 http_ok http://127.0.0.1:19696/
wait_for glance-api 120 http_ok http://127.0.0.1:19292/
say "nova, neutron and glance answer"
