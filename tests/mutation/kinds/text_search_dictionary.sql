--- prelude
create schema dictionaries;
create text search template dictionaries.copied (init = dsimple_init, lexize = dsimple_lexize);

--- missing | dictionaries.missing
create text search dictionary dictionaries.missing (template = simple);
--- change
drop text search dictionary dictionaries.missing;

--- exists | dictionaries.another
--- change
create text search dictionary dictionaries.another (template = simple);

--- template | dictionaries.template
create text search dictionary dictionaries.template (template = simple);
--- change
drop text search dictionary dictionaries.template;
create text search dictionary dictionaries.template (template = dictionaries.copied);

--- options | dictionaries.options
create text search dictionary dictionaries.options (template = simple, stopwords = english);
--- change
alter text search dictionary dictionaries.options (stopwords = german);
