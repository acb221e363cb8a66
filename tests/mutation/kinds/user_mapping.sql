--- prelude
create foreign data wrapper mapping;

--- missing | mapping_missing.public | token: mapping_missing
create server mapping_missing foreign data wrapper mapping;
create user mapping for public server mapping_missing;
--- change
drop user mapping for public server mapping_missing;

--- exists | mapping_exists.public | token: mapping_exists
create server mapping_exists foreign data wrapper mapping;
--- change
create user mapping for public server mapping_exists;

--- options | mapping_options.public | token: mapping_options
create server mapping_options foreign data wrapper mapping;
create user mapping for public server mapping_options options (a '1');
--- change
alter user mapping for public server mapping_options options (set a '2');

--- options.options | mapping_more.ann | token: mapping_more
create server mapping_more foreign data wrapper mapping;
create user mapping for ann server mapping_more options (a '1');
--- change
alter user mapping for ann server mapping_more options (drop a);
