--- prelude
create schema configurations;
create text search parser configurations.parser_too
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);

--- missing | configurations.missing
create text search configuration configurations.missing (parser = "default");
--- change
drop text search configuration configurations.missing;

--- exists | configurations.another
--- change
create text search configuration configurations.another (parser = "default");

--- parser | configurations.parser
create text search configuration configurations.parser (parser = "default");
--- change
drop text search configuration configurations.parser;
create text search configuration configurations.parser (parser = configurations.parser_too);

--- mappings | configurations.mappings
create text search configuration configurations.mappings (parser = "default");
--- change
alter text search configuration configurations.mappings add mapping for word with simple;

--- mappings.token | configurations.token
create text search configuration configurations.token (parser = "default");
alter text search configuration configurations.token add mapping for word with simple;
--- change
alter text search configuration configurations.token drop mapping for word;
alter text search configuration configurations.token add mapping for email with simple;

--- mappings.dictionaries | configurations.dictionaries
create text search configuration configurations.dictionaries (parser = "default");
alter text search configuration configurations.dictionaries
  add mapping for word with simple, english_stem;
--- change
alter text search configuration configurations.dictionaries
  alter mapping for word with english_stem, simple;
