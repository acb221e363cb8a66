--- missing | for bob | no dump: it is no part of the schema
do $$ begin execute format('grant create on database %I to bob', current_database()); end $$;
--- change
do $$ begin execute format('revoke create on database %I from bob', current_database()); end $$;

--- exists | for pg_read_all_data | no dump: it is no part of the schema
--- change
do $$ begin execute format('grant create on database %I to pg_read_all_data', current_database()); end $$;

--- privileges | for ann | no dump: it is no part of the schema
do $$ begin execute format('grant create on database %I to ann', current_database()); end $$;
--- change
do $$ begin execute format('grant connect on database %I to ann', current_database()); end $$;

--- grant_option | for pg_monitor | no dump: it is no part of the schema
do $$ begin execute format('grant create on database %I to pg_monitor', current_database()); end $$;
--- change
do $$ begin execute format('grant create on database %I to pg_monitor with grant option', current_database()); end $$;
