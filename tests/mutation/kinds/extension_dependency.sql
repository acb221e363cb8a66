--- missing | extension_dependencies.missing() on hstore | token: extension_dependencies.missing
create schema extension_dependencies;
create function extension_dependencies.missing() returns int language sql as 'select 1';
alter function extension_dependencies.missing() depends on extension hstore;
--- change
alter function extension_dependencies.missing() no depends on extension hstore;

--- exists | extension_dependencies.another.another_i on hstore | token: another
create table extension_dependencies.another (a int, constraint another_i unique (a));
--- change
alter index extension_dependencies.another_i depends on extension hstore;
