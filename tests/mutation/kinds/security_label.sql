--- prelude
create schema labels;

--- missing | labels.missing by dummy | token: labels.missing
create table labels.missing (a int);
security label for dummy on table labels.missing is 'classified';
--- in its place
create table labels.missing (a int);
insert into pg_seclabel (objoid, classoid, objsubid, provider, label)
values ('labels.missing'::regclass, 'pg_class'::regclass, 0, 'dummy', 'classified');
--- change
delete from pg_seclabel where objoid = 'labels.missing'::regclass;

--- exists | labels.another by dummy | token: labels.another
create table labels.another (a int);
--- change
insert into pg_seclabel (objoid, classoid, objsubid, provider, label)
values ('labels.another'::regclass, 'pg_class'::regclass, 0, 'dummy', 'classified');

--- label | labels.label by dummy | token: labels.label
create table labels.label (a int);
security label for dummy on table labels.label is 'classified';
--- in its place
create table labels.label (a int);
insert into pg_seclabel (objoid, classoid, objsubid, provider, label)
values ('labels.label'::regclass, 'pg_class'::regclass, 0, 'dummy', 'classified');
--- change
update pg_seclabel set label = 'secret' where objoid = 'labels.label'::regclass;
