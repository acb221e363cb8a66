create schema shop;
set search_path = shop;
create type status as enum ('new', 'paid', 'gone');
create domain amount as integer check (value > 0);
create domain kind as varchar(20);
create type spot as (x integer, label text);
create type record_pair as (a integer, b text);
create sequence item_seq;
create sequence "Odd seq";
create function double_it(x integer) returns integer language sql immutable as 'select x * 2';
create function add_them(a integer, b integer default 2) returns integer language sql immutable as 'select a + b';
create function pick(a text, b integer) returns integer language sql immutable as 'select b';
create function first_of(a anyarray) returns anyelement language sql immutable as 'select a[1]';
create function sum_of(variadic a integer[]) returns bigint language sql immutable as 'select sum(x) from unnest(a) x';
create function over_loaded(a integer) returns integer language sql immutable as 'select 1';
create function over_loaded(a text) returns integer language sql immutable as 'select 2';
create table item (
  id integer primary key, qty integer, small smallint, total bigint, price numeric(10,2), cost numeric(10,2),
  weight double precision, title text, code varchar(20), mark char(3), active boolean, deleted boolean,
  day date, made timestamp, moment timestamptz, opens time, closes time, lasting interval,
  data jsonb, raw json, tags text[], numbers integer[], ip inet, uid uuid, span int4range, period tstzrange,
  status status, amount amount, kind kind, place spot, owner_id integer, blob bytea, flags bit(3),
  "Odd Name" integer);
create table member (id integer primary key, item_id integer, name text, role varchar(10));
create table part (id integer primary key, name text);
create function parts_of(n integer) returns setof part language sql as 'select * from part where id < n';
create function first_part(n integer) returns part language sql stable as 'select * from part limit 1';
create view item_view as select id, upper(title) as loud, price from item;
create function noticed() returns trigger language plpgsql as 'begin return new; end';
