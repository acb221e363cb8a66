--- prelude
create schema extensions;
create schema extensions_moved;

--- missing | citext
create extension citext schema extensions;
--- change
drop extension citext;

--- exists | fuzzystrmatch
--- change
create extension fuzzystrmatch schema extensions;

--- schema | hstore
create extension hstore schema extensions;
--- change
alter extension hstore set schema extensions_moved;
