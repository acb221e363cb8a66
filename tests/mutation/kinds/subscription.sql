--- missing | subscription_missing
create subscription subscription_missing connection 'dbname=x' publication p
  with (connect = false, slot_name = none);
--- change
drop subscription subscription_missing;

--- exists | subscription_exists
--- change
create subscription subscription_exists connection 'dbname=x' publication p with (connect = false, slot_name = none);

--- connection | subscription_connection
create subscription subscription_connection connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_connection connection 'dbname=y';

--- publications | subscription_publications
create subscription subscription_publications connection 'dbname=x' publication p
  with (connect = false);
--- change
update pg_subscription set subpublications = '{q}' where subname = 'subscription_publications';

--- enabled | subscription_enabled | no dump: pg_dump makes every subscription with connect = false, and so not enabled
create subscription subscription_enabled connection 'dbname=x' publication p
  with (connect = false);
--- change
update pg_subscription set subenabled = true where subname = 'subscription_enabled';

--- slot_name | subscription_slot_name
create subscription subscription_slot_name connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_slot_name set (slot_name = 'other');

--- binary | subscription_binary
create subscription subscription_binary connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_binary set (binary = true);

--- streaming | subscription_streaming
create subscription subscription_streaming connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_streaming set (streaming = on);

--- synchronous_commit | subscription_synchronous_commit
create subscription subscription_synchronous_commit connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_synchronous_commit set (synchronous_commit = 'local');

--- two_phase | subscription_two_phase | since: 15
create subscription subscription_two_phase connection 'dbname=x' publication p
  with (connect = false);
--- change
update pg_subscription set subtwophasestate = 'p' where subname = 'subscription_two_phase';

--- disable_on_error | subscription_disable_on_error | since: 15
create subscription subscription_disable_on_error connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_disable_on_error set (disable_on_error = true);

--- password_required | subscription_password_required | since: 16
create subscription subscription_password_required connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_password_required set (password_required = false);

--- run_as_owner | subscription_run_as_owner | since: 16
create subscription subscription_run_as_owner connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_run_as_owner set (run_as_owner = true);

--- origin | subscription_origin | since: 16
create subscription subscription_origin connection 'dbname=x' publication p
  with (connect = false);
--- change
alter subscription subscription_origin set (origin = 'none');

--- failover | subscription_failover | since: 17
create subscription subscription_failover connection 'dbname=x' publication p
  with (connect = false);
--- change
update pg_subscription set subfailover = true where subname = 'subscription_failover';

