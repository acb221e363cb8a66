--- prelude
create schema comments;

--- missing | comments.missing | token: comments.missing
create table comments.missing (a int);
comment on table comments.missing is 'x';
--- change
comment on table comments.missing is null;

--- exists | comments.another | token: comments.another
create table comments.another (a int);
--- change
comment on table comments.another is 'x';

--- text | comments.text | token: comments.text
create table comments.text (a int);
comment on table comments.text is 'x';
--- change
comment on table comments.text is 'y';

--- exists | comments_space | token: comments_space
create schema comments_space;
--- change
comment on schema comments_space is 'x';

--- exists | unaccent | token: unaccent
create extension unaccent schema comments;
--- change
comment on extension unaccent is 'x';

--- exists | comments_language | token: comments_language
create language comments_language handler languages.handler;
--- change
comment on language comments_language is 'x';

--- exists | comments.collation_ | token: comments.collation_
create collation comments.collation_ (locale = 'C');
--- change
comment on collation comments.collation_ is 'x';

--- exists | comments.enum_ | token: comments.enum_
create type comments.enum_ as enum ('a');
--- change
comment on type comments.enum_ is 'x';

--- exists | comments.domain_ | token: comments.domain_
create domain comments.domain_ as int;
--- change
comment on domain comments.domain_ is 'x';

--- exists | comments.composite | token: comments.composite
create type comments.composite as (a int);
--- change
comment on type comments.composite is 'x';

--- exists | comments.range_ | token: comments.range_
create type comments.range_ as range (subtype = int);
--- change
comment on type comments.range_ is 'x';

--- exists | comments.base | token: comments.base
create type comments.base;
create function comments.in_(cstring) returns comments.base language internal immutable strict as 'textin';
create function comments.out_(comments.base) returns cstring language internal immutable strict as 'textout';
create type comments.base (input = comments.in_, output = comments.out_);
--- change
comment on type comments.base is 'x';

--- exists | comments.shell | token: comments.shell
create type comments.shell;
--- change
comment on type comments.shell is 'x';

--- exists | comments.function_(integer) | token: comments.function_
create function comments.function_(int) returns int language sql as 'select 1';
--- change
comment on function comments.function_(int) is 'x';

--- exists | comments.procedure_(integer) | token: comments.procedure_
create procedure comments.procedure_(int) language sql as 'select 1';
--- change
comment on procedure comments.procedure_(int) is 'x';

--- exists | comments.aggregate_(integer) | token: comments.aggregate_
create aggregate comments.aggregate_(int) (sfunc = int4pl, stype = int);
--- change
comment on aggregate comments.aggregate_(int) is 'x';

--- exists | text as comments.to_cast | token: comments.to_cast
create type comments.to_cast as enum ('a');
create cast (text as comments.to_cast) with inout;
--- change
comment on cast (text as comments.to_cast) is 'x';

--- exists | comments.to_transform for comments_transform | token: comments.to_transform
create language comments_transform handler languages.handler;
create type comments.to_transform as enum ('a');
create function comments.to_sql(internal) returns comments.to_transform language internal immutable as 'int4recv';
create transform for comments.to_transform language comments_transform (to sql with function comments.to_sql(internal));
--- change
comment on transform for comments.to_transform language comments_transform is 'x';

--- exists | comments_wrapper | token: comments_wrapper
create foreign data wrapper comments_wrapper;
--- change
comment on foreign data wrapper comments_wrapper is 'x';

--- exists | comments_server | token: comments_server
create foreign data wrapper comments_of_server;
create server comments_server foreign data wrapper comments_of_server;
--- change
comment on server comments_server is 'x';

--- exists | comments.~~~(integer, integer) | token: ~~~
create operator comments.~~~ (function = int4eq, leftarg = int, rightarg = int);
--- change
comment on operator comments.~~~ (int, int) is 'x';

--- exists | comments.family_ using btree | token: comments.family_
create operator family comments.family_ using btree;
--- change
comment on operator family comments.family_ using btree is 'x';

--- exists | comments.class_ using btree | token: comments.class_
create operator family comments.of_class using btree;
create operator class comments.class_ for type int using btree family comments.of_class as storage int;
--- change
comment on operator class comments.class_ using btree is 'x';

--- exists | comments_method | token: comments_method
create access method comments_method type index handler bthandler;
--- change
comment on access method comments_method is 'x';

--- exists | comments.conversion_ | token: comments.conversion_
create conversion comments.conversion_ for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
--- change
comment on conversion comments.conversion_ is 'x';

--- exists | comments.parser_ | token: comments.parser_
create text search parser comments.parser_ (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
--- change
comment on text search parser comments.parser_ is 'x';

--- exists | comments.template_ | token: comments.template_
create text search template comments.template_ (lexize = dsimple_lexize);
--- change
comment on text search template comments.template_ is 'x';

--- exists | comments.dictionary | token: comments.dictionary
create text search dictionary comments.dictionary (template = simple);
--- change
comment on text search dictionary comments.dictionary is 'x';

--- exists | comments.configuration | token: comments.configuration
create text search configuration comments.configuration (parser = "default");
--- change
comment on text search configuration comments.configuration is 'x';

--- exists | comments.sequence_ | token: comments.sequence_
create sequence comments.sequence_;
--- change
comment on sequence comments.sequence_ is 'x';

--- exists | comments.table_ | token: comments.table_
create table comments.table_ (a int);
--- change
comment on table comments.table_ is 'x';

--- exists | comments.partitioned | token: comments.partitioned
create table comments.partitioned (a int) partition by list (a);
--- change
comment on table comments.partitioned is 'x';

--- exists | comments.foreign_ | token: comments.foreign_
create foreign data wrapper comments_of_table;
create server comments_of_table foreign data wrapper comments_of_table;
create foreign table comments.foreign_ (a int) server comments_of_table;
--- change
comment on foreign table comments.foreign_ is 'x';

--- exists | comments.with_column.a | token: comments.with_column
create table comments.with_column (a int);
--- change
comment on column comments.with_column.a is 'x';

--- exists | comments.of_view.a | token: comments.of_view
create view comments.of_view as select 1 as a;
--- change
comment on column comments.of_view.a is 'x';

--- exists | comments.of_composite.a | token: comments.of_composite
create type comments.of_composite as (a int);
--- change
comment on column comments.of_composite.a is 'x';

--- exists | comments.view_ | token: comments.view_
create view comments.view_ as select 1 as a;
--- change
comment on view comments.view_ is 'x';

--- exists | comments.matview | token: comments.matview
create materialized view comments.matview as select 1 as a;
--- change
comment on materialized view comments.matview is 'x';

--- exists | comments.with_check.c | token: comments.with_check
create table comments.with_check (a int, constraint c check (a > 0));
--- change
comment on constraint c on comments.with_check is 'x';

--- exists | comments.checked.c | token: comments.checked
create domain comments.checked as int constraint c check (value > 0);
--- change
comment on constraint c on domain comments.checked is 'x';

--- exists | comments.index_ | token: comments.index_
create table comments.with_index (a int);
create index index_ on comments.with_index (a);
--- change
comment on index comments.index_ is 'x';

--- exists | comments.key_ | token: comments.key_
create table comments.with_key (a int, constraint key_ unique (a));
--- change
comment on index comments.key_ is 'x';

--- exists | comments.statistics_ | token: comments.statistics_
create table comments.with_statistics (a int, b int);
create statistics comments.statistics_ on a, b from comments.with_statistics;
--- change
comment on statistics comments.statistics_ is 'x';

--- exists | comments.with_rule.r | token: comments.with_rule
create table comments.with_rule (a int);
create rule r as on delete to comments.with_rule do instead nothing;
--- change
comment on rule r on comments.with_rule is 'x';

--- exists | comments.with_trigger.x | token: comments.with_trigger
create table comments.with_trigger (a int);
create trigger x before insert on comments.with_trigger for each row execute function suppress_redundant_updates_trigger();
--- change
comment on trigger x on comments.with_trigger is 'x';

--- exists | comments.with_policy.p | token: comments.with_policy
create table comments.with_policy (a int);
create policy p on comments.with_policy using (true);
--- change
comment on policy p on comments.with_policy is 'x';

--- exists | comments_publication | token: comments_publication
create publication comments_publication;
--- change
comment on publication comments_publication is 'x';

--- exists | comments_subscription | token: comments_subscription
create subscription comments_subscription connection 'dbname=x' publication p with (connect = false);
--- change
comment on subscription comments_subscription is 'x';

--- exists | comments_event | token: comments_event
create function comments.watch() returns event_trigger language plpgsql as 'begin null; end';
create event trigger comments_event on sql_drop execute function comments.watch();
--- change
comment on event trigger comments_event is 'x';
