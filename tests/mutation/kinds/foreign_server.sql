--- prelude
create foreign data wrapper serving;
create foreign data wrapper serving_too;

--- missing | server_missing
create server server_missing foreign data wrapper serving;
--- change
drop server server_missing;

--- exists | server_exists
--- change
create server server_exists foreign data wrapper serving;

--- wrapper | server_wrapper
create server server_wrapper foreign data wrapper serving;
--- change
drop server server_wrapper;
create server server_wrapper foreign data wrapper serving_too;

--- type | server_type
create server server_type type 'a' foreign data wrapper serving;
--- change
drop server server_type;
create server server_type type 'b' foreign data wrapper serving;

--- version | server_version
create server server_version version '1' foreign data wrapper serving;
--- change
alter server server_version version '2';

--- options | server_options
create server server_options foreign data wrapper serving options (a '1');
--- change
alter server server_options options (add b '1');
