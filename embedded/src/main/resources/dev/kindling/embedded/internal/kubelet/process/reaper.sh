# Ends every container and removes the state folder ($1) as soon as standard input closes: then the JVM is gone.
# The terminal's Ctrl-C and hang-up reach this process too, and must not end it before its work is done.
trap '' INT TERM HUP
while read -r _; do :; done
# Renaming first makes later starts fail (container.sh cannot write its pid any more), so none is missed.
mv "$1" "$1.dead" 2>/dev/null || exit 0
for file in "$1.dead"/pids/*; do
  pid=${file##*/}
  [ "$pid" = '*' ] || kill -9 "-$pid" 2>/dev/null || kill -9 "$pid" 2>/dev/null
done
# A process that is just dying may still write a file: a second pass removes it.
rm -rf "$1.dead" 2>/dev/null || { sleep 1; rm -rf "$1.dead"; }
