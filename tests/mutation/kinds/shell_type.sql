--- prelude
create schema shells;

--- missing | shells.missing
create type shells.missing;
--- change
drop type shells.missing;

--- exists | shells.another
--- change
create type shells.another;
