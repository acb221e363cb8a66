--- prelude
create schema domains;

--- missing | domains.missing
create domain domains.missing as int;
--- change
drop domain domains.missing;

--- exists | domains.another
--- change
create domain domains.another as bigint;

--- type | domains.type
create domain domains.type as int;
--- change
drop domain domains.type;
create domain domains.type as bigint;

--- type | domains.type_modifier
create domain domains.type_modifier as varchar(5);
--- change
drop domain domains.type_modifier;
create domain domains.type_modifier as varchar(6);

--- not_null | domains.not_null
create domain domains.not_null as int;
--- change
alter domain domains.not_null set not null;

--- collation | domains.collated
create domain domains.collated as text collate "C";
--- change
drop domain domains.collated;
create domain domains.collated as text collate "POSIX";

--- default | domains.default_
create domain domains.default_ as int default 1;
--- change
alter domain domains.default_ set default 2;
