--- prelude
create schema transforms;
create language to_transform handler languages.handler;

--- missing | transforms.missing for to_transform | token: transforms.missing
create type transforms.missing as enum ('a');
create function transforms.missing_to(internal) returns transforms.missing language internal
  immutable as 'int4recv';
create transform for transforms.missing language to_transform
  (to sql with function transforms.missing_to(internal));
--- change
drop transform for transforms.missing language to_transform;

--- exists | transforms.another for to_transform | token: transforms.another
create type transforms.another as enum ('a');
create function transforms.another_to(internal) returns transforms.another language internal
  immutable as 'int4recv';
--- change
create transform for transforms.another language to_transform
  (to sql with function transforms.another_to(internal));

--- from_sql | transforms.from_sql for to_transform | token: transforms.from_sql
create type transforms.from_sql as enum ('a');
create function transforms.from_sql_to(internal) returns transforms.from_sql language internal
  immutable as 'int4recv';
create function transforms.from_sql_from(internal) returns internal language internal immutable as 'int4recv';
create transform for transforms.from_sql language to_transform
  (to sql with function transforms.from_sql_to(internal));
--- change
create or replace transform for transforms.from_sql language to_transform
  (from sql with function transforms.from_sql_from(internal),
   to sql with function transforms.from_sql_to(internal));

--- to_sql | transforms.to_sql for to_transform | token: transforms.to_sql
create type transforms.to_sql as enum ('a');
create function transforms.to_sql_to(internal) returns transforms.to_sql language internal
  immutable as 'int4recv';
create function transforms.to_sql_other(internal) returns transforms.to_sql language internal
  immutable as 'int4recv';
create transform for transforms.to_sql language to_transform
  (to sql with function transforms.to_sql_to(internal));
--- change
create or replace transform for transforms.to_sql language to_transform
  (to sql with function transforms.to_sql_other(internal));
