--- prelude
create schema triggers;
create function triggers.fire() returns trigger language plpgsql as 'begin return null; end';
create function triggers.fire_too() returns trigger language plpgsql as 'begin return null; end';

--- missing | triggers.t_missing.x | token: triggers.t_missing
create table triggers.t_missing (a int, b int);
create trigger x before insert on triggers.t_missing for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_missing;

--- exists | triggers.t_exists.x | token: triggers.t_exists
create table triggers.t_exists (a int, b int);
--- change
create trigger x before insert on triggers.t_exists for each row execute function triggers.fire();

--- timing | triggers.t_timing.x | token: triggers.t_timing
create table triggers.t_timing (a int, b int);
create trigger x before insert on triggers.t_timing for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_timing;
create trigger x after insert on triggers.t_timing for each row execute function triggers.fire();

--- level | triggers.t_level.x | token: triggers.t_level
create table triggers.t_level (a int, b int);
create trigger x before insert on triggers.t_level for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_level;
create trigger x before insert on triggers.t_level execute function triggers.fire();

--- on_insert | triggers.t_on_insert.x | token: triggers.t_on_insert
create table triggers.t_on_insert (a int, b int);
create trigger x before update on triggers.t_on_insert for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_on_insert;
create trigger x before update or insert on triggers.t_on_insert for each row execute function triggers.fire();

--- on_update | triggers.t_on_update.x | token: triggers.t_on_update
create table triggers.t_on_update (a int, b int);
create trigger x before insert on triggers.t_on_update for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_on_update;
create trigger x before insert or update on triggers.t_on_update for each row execute function triggers.fire();

--- on_delete | triggers.t_on_delete.x | token: triggers.t_on_delete
create table triggers.t_on_delete (a int, b int);
create trigger x before insert on triggers.t_on_delete for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_on_delete;
create trigger x before insert or delete on triggers.t_on_delete for each row execute function triggers.fire();

--- on_truncate | triggers.t_on_truncate.x | token: triggers.t_on_truncate
create table triggers.t_on_truncate (a int, b int);
create trigger x before insert on triggers.t_on_truncate execute function triggers.fire();
--- change
drop trigger x on triggers.t_on_truncate;
create trigger x before insert or truncate on triggers.t_on_truncate execute function triggers.fire();

--- update_columns | triggers.t_update_columns.x | token: triggers.t_update_columns
create table triggers.t_update_columns (a int, b int);
create trigger x before update of a on triggers.t_update_columns for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_update_columns;
create trigger x before update of b on triggers.t_update_columns for each row execute function triggers.fire();

--- function | triggers.t_function.x | token: triggers.t_function
create table triggers.t_function (a int, b int);
create trigger x before insert on triggers.t_function for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_function;
create trigger x before insert on triggers.t_function for each row execute function triggers.fire_too();

--- arguments | triggers.t_arguments.x | token: triggers.t_arguments
create table triggers.t_arguments (a int, b int);
create trigger x before insert on triggers.t_arguments for each row execute function triggers.fire('a');
--- change
drop trigger x on triggers.t_arguments;
create trigger x before insert on triggers.t_arguments for each row execute function triggers.fire('a', 'b');

--- when | triggers.t_when.x | token: triggers.t_when
create table triggers.t_when (a int, b int);
create trigger x before insert on triggers.t_when for each row when (new.a > 0) execute function triggers.fire();
--- change
drop trigger x on triggers.t_when;
create trigger x before insert on triggers.t_when for each row when (new.a > 1) execute function triggers.fire();

--- old_table | triggers.t_old_table.x | token: triggers.t_old_table
create table triggers.t_old_table (a int, b int);
create trigger x after update on triggers.t_old_table referencing old table as o execute function triggers.fire();
--- change
drop trigger x on triggers.t_old_table;
create trigger x after update on triggers.t_old_table referencing old table as p execute function triggers.fire();

--- new_table | triggers.t_new_table.x | token: triggers.t_new_table
create table triggers.t_new_table (a int, b int);
create trigger x after update on triggers.t_new_table referencing new table as n execute function triggers.fire();
--- change
drop trigger x on triggers.t_new_table;
create trigger x after update on triggers.t_new_table referencing new table as m execute function triggers.fire();

--- constraint | triggers.t_constraint.x | token: triggers.t_constraint
create table triggers.t_constraint (a int, b int);
create trigger x after insert on triggers.t_constraint for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_constraint;
create constraint trigger x after insert on triggers.t_constraint for each row execute function triggers.fire();

--- deferrable | triggers.t_deferrable.x | token: triggers.t_deferrable
create table triggers.t_deferrable (a int, b int);
create constraint trigger x after insert on triggers.t_deferrable for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_deferrable;
create constraint trigger x after insert on triggers.t_deferrable deferrable for each row execute function triggers.fire();

--- initially_deferred | triggers.t_initially_deferred.x | token: triggers.t_initially_deferred
create table triggers.t_initially_deferred (a int, b int);
create constraint trigger x after insert on triggers.t_initially_deferred deferrable for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_initially_deferred;
create constraint trigger x after insert on triggers.t_initially_deferred deferrable initially deferred for each row execute function triggers.fire();

--- constraint_table | triggers.t_constraint_table.x | token: triggers.t_constraint_table
create table triggers.t_constraint_table (a int, b int);
create constraint trigger x after insert on triggers.t_constraint_table for each row execute function triggers.fire();
--- change
drop trigger x on triggers.t_constraint_table;
create constraint trigger x after insert on triggers.t_constraint_table from triggers.t_missing for each row execute function triggers.fire();

--- enabled | triggers.t_enabled.x | token: triggers.t_enabled
create table triggers.t_enabled (a int, b int);
create trigger x before insert on triggers.t_enabled for each row execute function triggers.fire();
--- change
alter table triggers.t_enabled disable trigger x;

--- inherited | triggers.part.x | token: triggers.part
create table triggers.whole (a int) partition by list (a);
create table triggers.part partition of triggers.whole for values in (1);
create trigger x after insert on triggers.whole for each row execute function triggers.fire();
--- change
update pg_trigger set tgparentid = 0, tgisinternal = false where tgrelid = 'triggers.part'::regclass;

