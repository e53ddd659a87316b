set -euo pipefail
umask 077

: "${PGHOST:?set the PG variables of libpq in the environment file}" "${PGDATABASE:?which database}"
directory=${BACKUP_DIRECTORY:-/var/backups/@{app}}/@{database}
keep_days=${BACKUP_KEEP_DAYS:-14}
metrics=${BACKUP_METRICS_DIRECTORY:-/var/lib/prometheus/node-exporter}
started=$(date +%s)
name=@{database}-$(date --utc +%Y%m%dT%H%M%SZ).dump

mkdir -p "$directory"
# One at a time; a second one does not wait but says so.
exec 9> "$directory/.lock"
flock --nonblock 9 || { echo "another backup of @{database} is running" >&2; exit 75; }
trap 'rm -f "$directory/$name.part"' EXIT

pg_dump --format=custom --compress=6 --no-owner --no-privileges --lock-wait-timeout=60s --file="$directory/$name.part"
# What cannot be listed cannot be restored.
pg_restore --list "$directory/$name.part" > /dev/null
mv "$directory/$name.part" "$directory/$name"
(cd "$directory" && sha256sum "$name" > "$name.sha256")

# Decide: another place, for a disk that dies takes its backups along.
# crewyard:keep copy
if [ -n "${BACKUP_BUCKET:-}" ]; then
  aws s3 cp --only-show-errors "$directory/$name" "s3://$BACKUP_BUCKET/@{app}/@{database}/$name"
  aws s3 cp --only-show-errors "$directory/$name.sha256" "s3://$BACKUP_BUCKET/@{app}/@{database}/$name.sha256"
fi
# crewyard:end

# The newest stays however old it is.
find "$directory" -name '@{database}-*.dump' -mtime "+$keep_days" ! -name "$name" -print0 |
  while IFS= read -r -d '' old; do rm -f "$old" "$old.sha256"; done

size=$(stat --format=%s "$directory/$name")
if [ -d "$metrics" ]; then
  # Written beside and moved, so that it is never read half.
  cat > "$metrics/@{app}-@{database}.prom.part" << METRICS
# TYPE crewyard_backup_last_success_timestamp_seconds gauge
crewyard_backup_last_success_timestamp_seconds{app="@{app}",database="@{database}"} $(date +%s)
# TYPE crewyard_backup_bytes gauge
crewyard_backup_bytes{app="@{app}",database="@{database}"} $size
METRICS
  chmod 0644 "$metrics/@{app}-@{database}.prom.part"
  mv "$metrics/@{app}-@{database}.prom.part" "$metrics/@{app}-@{database}.prom"
fi
echo "$directory/$name: $size bytes in $(($(date +%s) - started)) s"
