# Shared by install, up and down. Sourced, not run.
OSLAB=${OSLAB_STATE:-/var/lib/oslab}
RUN=$OSLAB/run LOG=$OSLAB/log ETC=$OSLAB/etc
. "$here/../daemons.sh"
