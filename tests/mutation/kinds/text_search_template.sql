--- prelude
create schema templates;
create function templates.init(internal) returns internal language internal as 'dsimple_init';
create function templates.lexize(internal, internal, internal, internal) returns internal
  language internal as 'dsimple_lexize';

--- missing | templates.missing
create text search template templates.missing (lexize = dsimple_lexize);
--- change
drop text search template templates.missing;

--- exists | templates.another
--- change
create text search template templates.another (lexize = dsimple_lexize);

--- init | templates.with_init
create text search template templates.with_init (init = dsimple_init, lexize = dsimple_lexize);
--- change
drop text search template templates.with_init;
create text search template templates.with_init (init = templates.init, lexize = dsimple_lexize);

--- lexize | templates.with_lexize
create text search template templates.with_lexize (init = dsimple_init, lexize = dsimple_lexize);
--- change
drop text search template templates.with_lexize;
create text search template templates.with_lexize
  (init = dsimple_init, lexize = templates.lexize);
