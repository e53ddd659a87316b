set -euo pipefail
umask 077
# archive_command = '/usr/local/lib/@{app}/archive-wal.sh "%p" "%f"'
# PostgreSQL asks again until this succeeds, and keeps the file until then.
path=$1
name=$2
archive=${WAL_ARCHIVE:-/var/backups/@{app}/@{database}/wal}

mkdir -p "$archive"
# The same file again is fine, for PostgreSQL may have missed that it was taken; another one under its name is not.
if [ -f "$archive/$name" ]; then
  cmp --silent "$path" "$archive/$name" || { echo "$archive/$name is another file" >&2; exit 73; }
  exit 0
fi
cp "$path" "$archive/.$name.part"
sync "$archive/.$name.part"
mv "$archive/.$name.part" "$archive/$name"
