--- prelude
create schema watchers;
create function watchers.watch() returns event_trigger language plpgsql as 'begin null; end';
create function watchers.watch_too() returns event_trigger language plpgsql as 'begin null; end';

--- missing | watch_missing
create event trigger watch_missing on sql_drop execute function watchers.watch();
--- change
drop event trigger watch_missing;

--- exists | watch_exists
--- change
create event trigger watch_exists on sql_drop execute function watchers.watch();

--- event | watch_event
create event trigger watch_event on sql_drop execute function watchers.watch();
--- change
drop event trigger watch_event;
create event trigger watch_event on ddl_command_end execute function watchers.watch();

--- tags | watch_tags
create event trigger watch_tags on sql_drop when tag in ('DROP TABLE')
  execute function watchers.watch();
--- change
drop event trigger watch_tags;
create event trigger watch_tags on sql_drop when tag in ('DROP TABLE', 'DROP VIEW')
  execute function watchers.watch();

--- function | watch_function
create event trigger watch_function on sql_drop execute function watchers.watch();
--- change
drop event trigger watch_function;
create event trigger watch_function on sql_drop execute function watchers.watch_too();

--- enabled | watch_enabled
create event trigger watch_enabled on sql_drop execute function watchers.watch();
--- change
alter event trigger watch_enabled disable;
