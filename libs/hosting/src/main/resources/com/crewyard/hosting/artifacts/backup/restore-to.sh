set -euo pipefail
umask 077

if [ $# -ne 2 ]; then
  cat >&2 << USAGE
usage: $0 TIME DIRECTORY
Prepares a data directory that PostgreSQL, started on it, brings to where it was at TIME, such as
"2026-01-31 12:00:00+00". Nothing that runs is touched: start it on another port, look, then take it into service.
USAGE
  exit 64
fi
time=$1
target=$2
directory=${BACKUP_DIRECTORY:-/var/backups/@{app}}/@{database}/base
archive=${WAL_ARCHIVE:-/var/backups/@{app}/@{database}/wal}

wanted=$(date --utc --date="$time" +%Y%m%dT%H%M%SZ) || { echo "\"$time\" is no time" >&2; exit 65; }
# The last base backup that was begun before then.
base=$(find "$directory" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' -printf '%f\n' | sort | awk -v wanted="$wanted" '$0 <= wanted' | tail -n 1)
[ -n "$base" ] || { echo "no base backup in $directory is from before $time" >&2; exit 66; }
if [ -e "$target" ] && [ -n "$(ls -A "$target")" ]; then
  echo "$target is not empty" >&2
  exit 73
fi

mkdir -p "$target"
chmod 0700 "$target"
tar --extract --gzip --file="$directory/$base/base.tar.gz" --directory="$target"
tar --extract --gzip --file="$directory/$base/pg_wal.tar.gz" --directory="$target/pg_wal"
cat >> "$target/postgresql.auto.conf" << CONF
restore_command = 'cp "$archive/%f" "%p"'
recovery_target_time = '$time'
recovery_target_action = 'promote'
archive_mode = 'off'
CONF
touch "$target/recovery.signal"
echo "$target is $base and will be brought to $time: pg_ctl --pgdata=$target --options='-p 5433' start"
