--- prelude
create schema wrappers;
create function wrappers.handle() returns fdw_handler language internal as 'int4pl';
create function wrappers.validate(text[], oid) returns void language internal
  as 'postgresql_fdw_validator';

--- missing | wrapper_missing
create foreign data wrapper wrapper_missing;
--- change
drop foreign data wrapper wrapper_missing;

--- exists | wrapper_exists
--- change
create foreign data wrapper wrapper_exists;

--- handler | wrapper_handler
create foreign data wrapper wrapper_handler;
--- change
alter foreign data wrapper wrapper_handler handler wrappers.handle;

--- validator | wrapper_validator
create foreign data wrapper wrapper_validator;
--- change
alter foreign data wrapper wrapper_validator validator wrappers.validate;

--- options | wrapper_options
create foreign data wrapper wrapper_options options (a '1');
--- change
alter foreign data wrapper wrapper_options options (set a '2');
