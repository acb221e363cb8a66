--- prelude
create schema composites;

--- missing | composites.missing
create type composites.missing as (a int);
--- change
drop type composites.missing;

--- exists | composites.another
--- change
create type composites.another as (b int);

--- attributes | composites.added
create type composites.added as (a int);
--- change
alter type composites.added add attribute b int;

--- attributes.name | composites.renamed
create type composites.renamed as (a int, b int);
--- change
alter type composites.renamed rename attribute a to c;

--- attributes.type | composites.typed
create type composites.typed as (a int, b int);
--- change
alter type composites.typed alter attribute a type bigint;

--- attributes.collation | composites.collated
create type composites.collated as (a text, b int);
--- change
alter type composites.collated alter attribute a type text collate "C";

--- attributes | composites.dropped
create type composites.dropped as (a int, b int);
--- change
alter type composites.dropped drop attribute a;
