# Shared by the scripts here. Sourced, not run.
OSLAB=${OSLAB_V2_STATE:-/var/lib/oslab-v2}
VENV=$OSLAB/venv STATE=$OSLAB/state BIN=$OSLAB/bin
RUN=$STATE/run LOG=$STATE/log ETC=$STATE/etc
PUBLIC=http://127.0.0.1:15000 ADMIN=http://127.0.0.1:15357
ADMIN_TOKEN=oslab-admin-token        # [DEFAULT] admin_token: OS_SERVICE_TOKEN of old
ADMIN_PASSWORD=oslab-secret SERVICE_PASSWORD=oslab-service
. "$here/../daemons.sh"
