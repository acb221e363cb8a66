--- prelude
create schema languages;
create function languages.handler() returns language_handler language c
  as '$libdir/plpgsql', 'plpgsql_call_handler';
create function languages.other_handler() returns language_handler language c
  as '$libdir/plpgsql', 'plpgsql_call_handler';
create function languages.run_inline(internal) returns void language c
  as '$libdir/plpgsql', 'plpgsql_inline_handler';
create function languages.check_body(oid) returns void language c
  as '$libdir/plpgsql', 'plpgsql_validator';

--- missing | language_missing
create language language_missing handler languages.handler;
--- change
drop language language_missing;

--- exists | language_exists
--- change
create language language_exists handler languages.handler;

--- trusted | language_trusted
create language language_trusted handler languages.handler;
--- change
create or replace trusted language language_trusted handler languages.handler;

--- handler | language_handler
create language language_handler handler languages.handler;
--- change
create or replace language language_handler handler languages.other_handler;

--- inline_handler | language_inline
create language language_inline handler languages.handler;
--- change
create or replace language language_inline handler languages.handler inline languages.run_inline;

--- validator | language_validator
create language language_validator handler languages.handler;
--- change
create or replace language language_validator handler languages.handler
  validator languages.check_body;
