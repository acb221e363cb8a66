# shellcheck shell=bash
# A throwaway PostgreSQL for scripts; to be sourced. Private folder, Unix socket only, durability
# off. It ends with the script that started it, also when that is killed.
#
#   start_server FOLDER       FOLDER must not exist, its parent must; its path is short (a socket
#                             lives in it). Gives 1, having shown the log, when there is no server.
#   stop_server               may be called at any time, more than once
#   psql_in DATABASE ARGS...  psql as the superuser, stopping at the first error
#   dump_of DATABASE          pg_dump --schema-only, without what differs from run to run
#   url_of DATABASE           for DATABASE_URL
# PGPLUMB_PG_BIN chooses the binaries; without it, the newest in /usr/lib/postgresql.

server_folder=
server_pid=

server_bin() {
  if [[ -n ${PGPLUMB_PG_BIN:-} ]]; then
    echo "$PGPLUMB_PG_BIN"
    return
  fi
  local initdb
  initdb=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)
  [[ -n $initdb ]] && dirname "$initdb"
}

start_server() {
  local bin user run=(setpriv --pdeathsig QUIT) log=$1.log
  bin=$(server_bin) || { echo "no PostgreSQL binaries in /usr/lib/postgresql" >&2; return 1; }
  server_folder=$1
  mkdir -m 700 "$server_folder"
  if ((EUID == 0)); then # PostgreSQL refuses to run as root
    user=postgres
    id "$user" >/dev/null 2>&1 || user=nobody
    chown "$user" "$server_folder"
    chmod go+x "$(dirname "$server_folder")"
    run+=(--reuid "$user" --regid "$(id -g "$user")" --clear-groups)
  fi
  if ! (cd "$server_folder" && "${run[@]}" "$bin/initdb" --pgdata "$server_folder/data" --no-sync \
    --auth trust --username postgres --locale C --encoding UTF8) >"$log" 2>&1; then
    cat "$log" >&2
    return 1
  fi
  pushd "$server_folder" >/dev/null || return 1
  "${run[@]}" "$bin/postgres" -D "$server_folder/data" -k "$server_folder" -c listen_addresses= \
    -c port=5432 -c fsync=off -c full_page_writes=off -c synchronous_commit=off \
    -c autovacuum=off -c jit=off >>"$log" 2>&1 </dev/null &
  server_pid=$!
  popd >/dev/null || return 1
  local attempt
  for ((attempt = 0; attempt < 200; ++attempt)); do
    if psql_in postgres --command 'SELECT 1' >/dev/null 2>&1; then return 0; fi
    kill -0 "$server_pid" 2>/dev/null || break
    sleep 0.05
  done
  cat "$log" >&2
  return 1
}

stop_server() {
  [[ -n $server_pid ]] || return 0
  kill -QUIT "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=
}

psql_in() {
  local database=$1
  shift
  "$(server_bin)/psql" --no-psqlrc --quiet --set ON_ERROR_STOP=1 --host "$server_folder" \
    --port 5432 --username postgres --dbname "$database" "$@"
}

# Newer versions write a random token into every dump.
dump_of() {
  "$(server_bin)/pg_dump" --schema-only --host "$server_folder" --port 5432 --username postgres \
    "$@" | grep -v -e '^\\restrict ' -e '^\\unrestrict '
}

url_of() { echo "postgresql://postgres@/$1?host=$server_folder&port=5432"; }
