--- prelude
create schema ranges;
create function ranges.apart(time, time) returns double precision language sql immutable
  as 'select extract(epoch from $1 - $2)::double precision';

--- missing | ranges.missing
create type ranges.missing as range (subtype = time);
--- change
drop type ranges.missing;

--- exists | ranges.another
--- change
create type ranges.another as range (subtype = time);

--- subtype | ranges.subtype
create type ranges.subtype as range (subtype = int, multirange_type_name = ranges.subtypes);
--- change
drop type ranges.subtype;
create type ranges.subtype as range (subtype = bigint, multirange_type_name = ranges.subtypes);

--- operator_class | ranges.opclass
create type ranges.opclass as range (subtype = text, subtype_opclass = text_ops);
--- change
drop type ranges.opclass;
create type ranges.opclass as range (subtype = text, subtype_opclass = text_pattern_ops);

--- collation | ranges.collated
create type ranges.collated as range (subtype = text, collation = "C");
--- change
drop type ranges.collated;
create type ranges.collated as range (subtype = text, collation = "POSIX");

--- canonical_function | ranges.canonical
create type ranges.canonical;
create function ranges.canon(ranges.canonical) returns ranges.canonical language internal
  immutable strict as 'int4range_canonical';
create type ranges.canonical as range (subtype = int, canonical = ranges.canon);
--- change
update pg_range set rngcanonical = 0 where rngtypid = 'ranges.canonical'::regtype;

--- difference_function | ranges.difference
create type ranges.difference as range (subtype = time);
--- change
drop type ranges.difference;
create type ranges.difference as range (subtype = time, subtype_diff = ranges.apart);

--- multirange | ranges.multi
create type ranges.multi as range (subtype = int, multirange_type_name = ranges.multis);
--- change
alter type ranges.multis rename to multi_renamed;

--- constructor | ranges.constructor | no dump: it does not write the functions that a type makes
create type ranges.constructor as range (subtype = int);
--- change
update pg_proc set proname = 'constructed' where oid = 'ranges.constructor(int, int)'::regprocedure
  or oid = 'ranges.constructor(int, int, text)'::regprocedure;

--- multirange_constructor | ranges.multirange_constructor | no dump: it does not write the functions that a type makes
create type ranges.multirange_constructor as range (subtype = int,
  multirange_type_name = ranges.built);
--- change
update pg_proc set proname = 'rebuilt' where proname = 'built' and pronamespace = 'ranges'::regnamespace;
