--- missing | defaults_missing, tables of postgres for ann | token: defaults_missing
create schema defaults_missing;
alter default privileges for role postgres in schema defaults_missing grant select on tables to ann;
--- change
alter default privileges for role postgres in schema defaults_missing revoke select on tables from ann;

--- exists | defaults_another, tables of postgres for ann | token: defaults_another
create schema defaults_another;
--- change
alter default privileges for role postgres in schema defaults_another grant select on tables to ann;

--- privileges | defaults_letters, tables of postgres for ann | token: defaults_letters
create schema defaults_letters;
alter default privileges for role postgres in schema defaults_letters grant select on tables to ann;
--- change
alter default privileges for role postgres in schema defaults_letters grant insert on tables to ann;

--- grant_option | defaults_grantable, tables of postgres for ann | token: defaults_grantable
create schema defaults_grantable;
alter default privileges for role postgres in schema defaults_grantable grant select on tables to ann;
--- change
alter default privileges for role postgres in schema defaults_grantable grant select on tables to ann with grant option;

