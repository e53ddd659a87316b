set -euo pipefail
umask 077
: "${PGHOST:?set the PG variables of libpq in the environment file, for a login that may replicate}"
directory=${BACKUP_DIRECTORY:-/var/backups/@{app}}/@{database}/base
archive=${WAL_ARCHIVE:-/var/backups/@{app}/@{database}/wal}
keep=${BASE_BACKUPS_KEPT:-3}
name=$(date --utc +%Y%m%dT%H%M%SZ)

mkdir -p "$directory"
trap 'rm -rf "$directory/$name.part"' EXIT
pg_basebackup --pgdata="$directory/$name.part" --format=tar --gzip --wal-method=stream --checkpoint=fast --no-password
mv "$directory/$name.part" "$directory/$name"

# The oldest ones go, and the log that only they need goes with them.
find "$directory" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' -printf '%f\n' | sort --reverse | tail -n "+$((keep + 1))" |
  while IFS= read -r old; do rm -rf "${directory:?}/$old"; done
oldest=$(find "$directory" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' -printf '%f\n' | sort | head -n 1)
if [ -d "$archive" ]; then
  find "$archive" -type f ! -newer "$directory/$oldest" -name '????????????????????????' -mmin +1440 -delete
fi
echo "$directory/$name"
