# Builds a root folder ($1) that shows the machine's files plus the mounts listed in $2, and becomes the program ($3...)
# inside it. Runs in a mount namespace of its own: nothing of this is seen outside, and nothing has to be undone.
set -e
root=$1 steps=$2
shift 2
tab=$(printf '\t')
# Shows the machine's entries of folder $1 on a file system of our own, in which new entries can be made.
fill() {
  mount -t tmpfs -o mode=755 tmpfs "$root$1"
  for entry in "$1"/* "$1"/.[!.]*; do
    if [ -L "$entry" ]; then cp -P "$entry" "$root$entry"
    elif [ -d "$entry" ]; then mkdir "$root$entry" && mount --rbind "$entry" "$root$entry"
    elif [ -e "$entry" ]; then : > "$root$entry" && mount --bind "$entry" "$root$entry"
    fi
  done
}
fill ''
while IFS=$tab read -r step target source; do
  case $step in
    fill) fill "$target" ;;
    folder) mkdir -p "$root$target" ;;
    file) mkdir -p "$root${target%/*}" && : >> "$root$target" ;;
    bind) mount --rbind "$source" "$root$target" ;;
  esac
done < "$steps"
exec chroot "$root" "$@"
