--- prelude
create schema policies;

--- missing | policies.t_missing.p | token: policies.t_missing
create table policies.t_missing (a int);
create policy p on policies.t_missing using (true);
--- change
drop policy p on policies.t_missing;

--- exists | policies.t_exists.p | token: policies.t_exists
create table policies.t_exists (a int);
--- change
create policy p on policies.t_exists using (true);

--- permissive | policies.t_permissive.p | token: policies.t_permissive
create table policies.t_permissive (a int);
create policy p on policies.t_permissive using (true);
--- change
drop policy p on policies.t_permissive;
create policy p on policies.t_permissive as restrictive using (true);

--- command | policies.t_command.p | token: policies.t_command
create table policies.t_command (a int);
create policy p on policies.t_command for select using (true);
--- change
drop policy p on policies.t_command;
create policy p on policies.t_command for delete using (true);

--- roles | policies.t_roles.p | token: policies.t_roles
create table policies.t_roles (a int);
create policy p on policies.t_roles to ann using (true);
--- change
alter policy p on policies.t_roles to ann, bob;

--- using | policies.t_using.p | token: policies.t_using
create table policies.t_using (a int);
create policy p on policies.t_using using (a > 0);
--- change
alter policy p on policies.t_using using (a > 1);

--- with_check | policies.t_with_check.p | token: policies.t_with_check
create table policies.t_with_check (a int);
create policy p on policies.t_with_check using (true) with check (a > 0);
--- change
alter policy p on policies.t_with_check with check (a > 1);

