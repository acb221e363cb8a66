--- prelude
create schema casts;
create type casts.missing as enum ('a');
create type casts.extra as enum ('a');
create type casts.method as enum ('a');
create type casts.function as enum ('a');
create type casts.context as enum ('a');
create function casts.first_way(int) returns casts.function language sql as 'select null::casts.function';
create function casts.second_way(int) returns casts.function language sql as 'select null::casts.function';
create function casts.way(int) returns casts.method language sql as 'select null::casts.method';

--- missing | text as casts.missing | token: casts.missing
create cast (text as casts.missing) with inout;
--- change
drop cast (text as casts.missing);

--- exists | text as casts.extra | token: casts.extra
--- change
create cast (text as casts.extra) with inout;

--- method | text as casts.method | token: casts.method
create cast (text as casts.method) with inout;
--- change
update pg_cast set castmethod = 'b' where casttarget = 'casts.method'::regtype;

--- function | integer as casts.function | token: casts.function
create cast (int as casts.function) with function casts.first_way(int);
--- change
drop cast (int as casts.function);
create cast (int as casts.function) with function casts.second_way(int);

--- function_arguments | integer as casts.arguments | token: casts.arguments
create type casts.arguments as enum ('a');
create function casts.overloaded(int) returns casts.arguments language sql as 'select null::casts.arguments';
create function casts.overloaded(int, int) returns casts.arguments language sql as 'select null::casts.arguments';
create cast (int as casts.arguments) with function casts.overloaded(int);
--- change
drop cast (int as casts.arguments);
create cast (int as casts.arguments) with function casts.overloaded(int, int);

--- context | text as casts.context | token: casts.context
create cast (text as casts.context) with inout;
--- change
drop cast (text as casts.context);
create cast (text as casts.context) with inout as assignment;
