--- prelude
create schema methods;
create function methods.handle(internal) returns index_am_handler language internal as 'bthandler';

--- missing | method_missing
create access method method_missing type index handler bthandler;
--- change
drop access method method_missing;

--- exists | method_exists
--- change
create access method method_exists type index handler bthandler;

--- type | method_type
create access method method_type type index handler bthandler;
--- change
update pg_am set amtype = 't' where amname = 'method_type';

--- handler | method_handler
create access method method_handler type index handler bthandler;
--- change
drop access method method_handler;
create access method method_handler type index handler methods.handle;
