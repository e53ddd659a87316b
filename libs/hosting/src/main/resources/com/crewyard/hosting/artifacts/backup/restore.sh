set -euo pipefail

usage() {
  cat >&2 << USAGE
usage: $0 FILE DATABASE      restores FILE into a new database DATABASE
       $0 --replace FILE DATABASE   ends every session of DATABASE and puts the restored one in its place;
                                    the one that was is kept as DATABASE_before_TIME
       $0 --try [FILE]       restores FILE, or the newest, into a database that is dropped again
The server and the login come from the PG variables of libpq.
USAGE
  exit 64
}

directory=${BACKUP_DIRECTORY:-/var/backups/@{app}}/@{database}
mode=create
case ${1:-} in
  --replace) mode=replace; shift ;;
  --try) mode=try; shift ;;
  -*) usage ;;
esac

if [ "$mode" = try ]; then
  file=${1:-$(find "$directory" -name '@{database}-*.dump' -printf '%f\t%p\n' | sort | tail -n 1 | cut -f 2)}
  target=@{label}_try_$$
else
  [ $# -eq 2 ] || usage
  file=$1
  target=$2
fi
[ -f "$file" ] || { echo "there is no backup \"$file\"" >&2; exit 66; }
if [ -f "$file.sha256" ]; then
  (cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256") ||
    { echo "$file is not what was written: take another" >&2; exit 65; }
fi

export PGDATABASE=postgres
exists() { [ "$(psql --no-psqlrc --tuples-only --no-align --set=name="$1" <<< "select count(*) from pg_database where datname = :'name'")" = 1 ]; }

if [ "$mode" = create ] && exists "$target"; then
  echo "database \"$target\" is there already: give another name, or --replace" >&2
  exit 73
fi

fresh=$target
[ "$mode" = replace ] && fresh=${target}_restored_$$
createdb "$fresh"
if ! pg_restore --dbname="$fresh" --no-owner --no-privileges --exit-on-error --single-transaction "$file"; then
  dropdb "$fresh"
  echo "$file could not be restored; nothing was changed" >&2
  exit 65
fi
psql --no-psqlrc --quiet --dbname="$fresh" --command='analyze'
tables=$(psql --no-psqlrc --tuples-only --no-align --dbname="$fresh" \
  --command="select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'")

case $mode in
  try)
    dropdb "$fresh"
    [ "$tables" -gt 0 ] || { echo "$file has no tables" >&2; exit 65; }
    echo "$file can be restored: $tables tables"
    ;;
  replace)
    before=${target}_before_$(date --utc +%Y%m%d%H%M%S)
    psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=target="$target" --set=before="$before" --set=fresh="$fresh" << 'SQL'
select pg_terminate_backend(pid) from pg_stat_activity where datname = :'target' and pid <> pg_backend_pid() \g /dev/null
alter database :"target" rename to :"before";
alter database :"fresh" rename to :"target";
SQL
    echo "$target is restored from $file: $tables tables. What it was is $before."
    ;;
  create)
    echo "$target is restored from $file: $tables tables"
    ;;
esac
