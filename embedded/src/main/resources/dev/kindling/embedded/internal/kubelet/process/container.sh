# Becomes the container's program ($2...) after writing its own pid where the reaper looks ($1 = state folder).
: > "$1/pids/$$" || exit 125
shift
exec "$@"
