--- prelude
create schema rules;

--- missing | rules.t_missing.r | token: rules.t_missing
create table rules.t_missing (a int);
create rule r as on delete to rules.t_missing do instead nothing;
--- change
drop rule r on rules.t_missing;

--- exists | rules.t_exists.r | token: rules.t_exists
create table rules.t_exists (a int);
--- change
create rule r as on delete to rules.t_exists do instead nothing;

--- event | rules.t_event.r | token: rules.t_event
create table rules.t_event (a int);
create rule r as on delete to rules.t_event do instead nothing;
--- change
create or replace rule r as on update to rules.t_event do instead nothing;

--- instead | rules.t_instead.r | token: rules.t_instead
create table rules.t_instead (a int);
create rule r as on delete to rules.t_instead do also notify x;
--- change
create or replace rule r as on delete to rules.t_instead do instead notify x;

--- condition | rules.t_condition.r | token: rules.t_condition
create table rules.t_condition (a int);
create rule r as on delete to rules.t_condition where old.a > 0 do instead nothing;
--- change
create or replace rule r as on delete to rules.t_condition where old.a > 1 do instead nothing;

--- actions | rules.t_actions.r | token: rules.t_actions
create table rules.t_actions (a int);
create rule r as on delete to rules.t_actions do instead notify x;
--- change
create or replace rule r as on delete to rules.t_actions do instead notify y;

--- enabled | rules.t_enabled.r | token: rules.t_enabled
create table rules.t_enabled (a int);
create rule r as on delete to rules.t_enabled do instead nothing;
--- change
alter table rules.t_enabled disable rule r;

