--- missing | geqo_effort | no dump: it is no part of the schema
do $$ begin execute format('alter database %I set geqo_effort = 3', current_database()); end $$;
--- change
do $$ begin execute format('alter database %I reset geqo_effort', current_database()); end $$;

--- exists | geqo_seed for ann | no dump: it is no part of the schema
--- change
do $$ begin execute format('alter role ann in database %I set geqo_seed = 0.5', current_database()); end $$;

--- value | geqo_threshold | no dump: it is no part of the schema
do $$ begin execute format('alter database %I set geqo_threshold = 14', current_database()); end $$;
--- change
do $$ begin execute format('alter database %I set geqo_threshold = 15', current_database()); end $$;
