--- prelude
create schema enums;

--- missing | enums.missing
create type enums.missing as enum ('a');
--- change
drop type enums.missing;

--- exists | enums.another
--- change
create type enums.another as enum ('b');

--- labels | enums.added
create type enums.added as enum ('one');
--- change
alter type enums.added add value 'two';

--- labels | enums.renamed
create type enums.renamed as enum ('one', 'two');
--- change
alter type enums.renamed rename value 'one' to 'eins';

--- labels | enums.ordered
create type enums.ordered as enum ('one', 'two');
--- change
drop type enums.ordered;
create type enums.ordered as enum ('two', 'one');
