"""What people do to a database by hand, what verify says of it, and the way back."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    title: str
    sql: str
    says: list[str]  # every line but the summary
    undo: str
    since: int = 14  # the majors on which it is a change, and reads so
    until: int = 99


# Each is one difference.
CHANGES = [
    Change("drop an index",
           "drop index depot.ride_by_tram_idx",
           ["index depot.ride_by_tram_idx is missing, migrations make it at "
            "migrations/20260301120000_rights.up.sql:16:1"],
           "create index ride_by_tram_idx on depot.ride (tram_id, started_at)"),
    Change("change a column's type",
           "alter table depot.line alter colour type char(8)",
           ["depot.line.colour: type is character(8), migrations say character(6) "
            "(migrations/20260105090000_depot.up.sql:25:3)"],
           "alter table depot.line alter colour type char(6)"),
    Change("change the type of a column that a migration changed",
           "alter table depot.tram alter seats type int",
           ["depot.tram.seats: type is integer, migrations say bigint "
            "(migrations/20260301120000_rights.up.sql:8:37)"],
           "alter table depot.tram alter seats type bigint"),
    Change("change the type of a column that an index's expression uses",
           "alter table depot.line alter colour type text",
           ["depot.line.colour: type is text, migrations say character(6) "
            "(migrations/20260105090000_depot.up.sql:25:3)"],
           "alter table depot.line alter colour type char(6)"),
    Change("drop a default",
           "alter table depot.ride alter passengers drop default",
           ["depot.ride.passengers: default is (none), migrations say 0 "
            "(migrations/20260112101500_rides.up.sql:9:3)"],
           "alter table depot.ride alter passengers set default 0"),
    Change("set a default",
           "alter table depot.line alter colour set default 'ff0000'",
           ["depot.line.colour: default is 'ff0000'::bpchar, migrations say (none) "
            "(migrations/20260105090000_depot.up.sql:25:3)"],
           "alter table depot.line alter colour drop default"),
    Change("change a default",
           "alter table depot.tram alter notes set default '-'",
           ["depot.tram.notes: default is '-'::text, migrations say ''::text "
            "(migrations/20260301120000_rights.up.sql:9:1)"],
           "alter table depot.tram alter notes set default ''"),
    Change("add a column",
           "alter table depot.tram add doors int",
           ["column depot.tram.doors exists, migrations do not have it (migrations last set "
            "table depot.tram at migrations/20260105090000_depot.up.sql:10:1)"],
           "alter table depot.tram drop doors"),
    Change("drop a column",
           "alter table depot.fare drop note",
           ["column depot.fare.note is missing, migrations make it at "
            "migrations/20260301120000_rights.up.sql:12:35; with it column "
            "depot.fare_2025.note, column depot.fare_2026.note"],
           "alter table depot.fare add note text"),
    Change("drop a column that an index and a check need",
           "alter table depot.ride drop ended_at cascade",
           ["column depot.ride.ended_at is missing, migrations make it at "
            "migrations/20260112101500_rides.up.sql:8:3; with it column depot.ride.minutes, "
            "view depot.open_ride, constraint depot.ride.ride_ends_after_start, index "
            "depot.ride_running_idx"],
           "alter table depot.ride add ended_at timestamptz; alter table depot.ride add "
           "minutes int generated always as (extract(epoch from ended_at - started_at)::int "
           "/ 60) stored; alter table depot.ride add constraint ride_ends_after_start check "
           "(ended_at >= started_at); create index ride_running_idx on depot.ride "
           "(started_at desc) include (tram_id) where ended_at is null; create view "
           "depot.open_ride as select ride.id, ride.tram_id, line.name as line from "
           "depot.ride join depot.line on line.code = ride.line_code where ride.ended_at is "
           "null; comment on view depot.open_ride is 'What is on the road now'"),
    Change("rename a column",
           "alter table depot.tram rename notes to remarks",
           ["column depot.tram.remarks: name is remarks, migrations say notes "
            "(migrations/20260301120000_rights.up.sql:9:1)"],
           "alter table depot.tram rename remarks to notes"),
    Change("rename a column that indexes, checks and views use",
           "alter table depot.ride rename ended_at to finished_at",
           ["column depot.ride.finished_at: name is finished_at, migrations say ended_at "
            "(migrations/20260112101500_rides.up.sql:8:3)"],
           "alter table depot.ride rename finished_at to ended_at"),
    Change("set not null",
           "alter table depot.tram alter bought_on set not null",
           ["depot.tram.bought_on: not null is yes, migrations say no "
            "(migrations/20260105090000_depot.up.sql:17:3)"],
           "alter table depot.tram alter bought_on drop not null"),
    Change("drop not null",
           "alter table depot.fare alter method drop not null",
           ["depot.fare.method: not null is no, migrations say yes "
            "(migrations/20260112101500_rides.up.sql:22:3)"],
           "alter table depot.fare alter method set not null"),
    Change("change the storage of a column",
           "alter table depot.tram alter notes set storage external",
           ["depot.tram.notes: storage is external, migrations say type default "
            "(migrations/20260301120000_rights.up.sql:9:1)"],
           "alter table depot.tram alter notes set storage extended"),
    Change("change the statistics target of a column",
           "alter table depot.tram alter notes set statistics 500",
           ["depot.tram.notes: statistics target is 500, migrations say (none) "
            "(migrations/20260301120000_rights.up.sql:9:1)"],
           "alter table depot.tram alter notes set statistics -1"),
    Change("change the collation of a column",
           "alter table depot.fare alter note type text collate \"POSIX\"",
           ["depot.fare.note: collation is pg_catalog.POSIX, migrations say (none) "
            "(migrations/20260301120000_rights.up.sql:12:35)"],
           "alter table depot.fare alter note type text"),
    Change("change the kind of an identity column",
           "alter table depot.tram alter id set generated by default",
           ["depot.tram.id: identity is by default, migrations say always "
            "(migrations/20260105090000_depot.up.sql:11:3)"],
           "alter table depot.tram alter id set generated always"),
    Change("drop identity",
           "alter table depot.tram alter id drop identity",
           ["depot.tram.id: identity is none, migrations say always "
            "(migrations/20260105090000_depot.up.sql:11:3)"],
           "alter table depot.tram alter id add generated always as identity"),
    Change("drop a generation expression",
           "alter table depot.ride alter minutes drop expression",
           ["depot.ride.minutes: generated is none, migrations say stored "
            "(migrations/20260112101500_rides.up.sql:10:3)"],
           "alter table depot.ride drop minutes; alter table depot.ride add minutes int "
           "generated always as (extract(epoch from ended_at - started_at)::int / 60) stored"),
    Change("drop a unique constraint",
           "alter table depot.line drop constraint line_name_is_taken",
           ["constraint depot.line.line_name_is_taken is missing, migrations make it at "
            "migrations/20260105090000_depot.up.sql:27:3"],
           "alter table depot.line add constraint line_name_is_taken unique (name)"),
    Change("drop a check",
           "alter table depot.tram drop constraint tram_length_m_check",
           ["constraint depot.tram.tram_length_m_check is missing, migrations make it at "
            "migrations/20260105090000_depot.up.sql:15:25"],
           "alter table depot.tram add check (length_m > 0)"),
    Change("change a check",
           "alter table depot.tram drop constraint tram_length_m_check, add constraint "
           "tram_length_m_check check (length_m > 10)",
           ["constraint depot.tram.tram_length_m_check: check is (length_m > "
            "(10)::numeric), migrations say (length_m > (0)::numeric) "
            "(migrations/20260105090000_depot.up.sql:15:25)"],
           "alter table depot.tram drop constraint tram_length_m_check, add constraint "
           "tram_length_m_check check (length_m > 0)"),
    Change("rename a constraint",
           "alter table depot.line rename constraint line_name_is_taken to name_is_taken",
           ["constraint depot.line.name_is_taken: name is name_is_taken, migrations say "
            "line_name_is_taken (migrations/20260105090000_depot.up.sql:27:3)"],
           "alter table depot.line rename constraint name_is_taken to line_name_is_taken"),
    Change("add a check that is not valid",
           "alter table depot.tram add constraint enough_seats check (seats > 0) not valid",
           ["constraint depot.tram.enough_seats exists, migrations do not have it "
            "(migrations last set table depot.tram at "
            "migrations/20260105090000_depot.up.sql:10:1)"],
           "alter table depot.tram drop constraint enough_seats"),
    Change("change the action of a foreign key",
           "alter table depot.ride drop constraint ride_tram_id_fkey, add foreign key "
           "(tram_id) references depot.tram",
           ["constraint depot.ride.ride_tram_id_fkey: on delete is no action, migrations "
            "say cascade (migrations/20260112101500_rides.up.sql:5:27)"],
           "alter table depot.ride drop constraint ride_tram_id_fkey, add foreign key "
           "(tram_id) references depot.tram on delete cascade"),
    Change("make a foreign key not valid",
           "alter table depot.ride drop constraint ride_tram_id_fkey, add foreign key "
           "(tram_id) references depot.tram on delete cascade not valid",
           ["constraint depot.ride.ride_tram_id_fkey: validated is no, migrations say yes "
            "(migrations/20260112101500_rides.up.sql:5:27)"],
           "alter table depot.ride validate constraint ride_tram_id_fkey"),
    Change("make a foreign key immediate",
           "alter table depot.ride alter constraint ride_line_fkey deferrable initially "
           "immediate",
           ["constraint depot.ride.ride_line_fkey: initially deferred is no, migrations say "
            "yes (migrations/20260112101500_rides.up.sql:12:3)"],
           "alter table depot.ride alter constraint ride_line_fkey deferrable initially deferred"),
    Change("change an exclusion constraint",
           "alter table depot.reservation drop constraint reservation_overlaps, add "
           "constraint reservation_overlaps exclude using gist (tram_id with =, during with &&)",
           ["constraint depot.reservation.reservation_overlaps: elements are column tram_id "
            "operator pg_catalog.=, column during operator pg_catalog.&&, migrations say "
            "column during operator pg_catalog.&& (migrations/20260112101500_rides.up.sql:31:3)"],
           "alter table depot.reservation drop constraint reservation_overlaps, add "
           "constraint reservation_overlaps exclude using gist (during with &&)"),
    Change("add an index",
           "create index tram_state_idx on depot.tram (state)",
           ["index depot.tram_state_idx exists, migrations do not have it (migrations last "
            "set table depot.tram at migrations/20260105090000_depot.up.sql:10:1)"],
           "drop index depot.tram_state_idx"),
    Change("rename an index",
           "alter index depot.ride_by_tram_idx rename to tram_rides_idx",
           ["index depot.tram_rides_idx: name is tram_rides_idx, migrations say "
            "ride_by_tram_idx (migrations/20260301120000_rights.up.sql:16:1)"],
           "alter index depot.tram_rides_idx rename to ride_by_tram_idx"),
    Change("make an index descending",
           "drop index depot.ride_by_tram_idx; create index ride_by_tram_idx on depot.ride "
           "(tram_id, started_at desc)",
           ["index depot.ride_by_tram_idx: elements are column tram_id, column started_at "
            "descending yes nulls_first yes, migrations say column tram_id, column "
            "started_at (migrations/20260301120000_rights.up.sql:16:1)"],
           "drop index depot.ride_by_tram_idx; create index ride_by_tram_idx on depot.ride "
           "(tram_id, started_at)"),
    Change("change the predicate of an index",
           "drop index depot.ride_running_idx; create index ride_running_idx on depot.ride "
           "(started_at desc) include (tram_id) where passengers > 0",
           ["index depot.ride_running_idx: predicate is (passengers > 0), migrations say "
            "(ended_at IS NULL) (migrations/20260112101500_rides.up.sql:16:1)"],
           "drop index depot.ride_running_idx; create index ride_running_idx on depot.ride "
           "(started_at desc) include (tram_id) where ended_at is null"),
    Change("take a column out of an index",
           "drop index depot.ride_running_idx; create index ride_running_idx on depot.ride "
           "(started_at desc) where ended_at is null",
           ["index depot.ride_running_idx: include is (none), migrations say tram_id "
            "(migrations/20260112101500_rides.up.sql:16:1)"],
           "drop index depot.ride_running_idx; create index ride_running_idx on depot.ride "
           "(started_at desc) include (tram_id) where ended_at is null"),
    Change("make an index not unique",
           "drop index depot.line_colour_key; create index line_colour_key on depot.line "
           "(lower(colour))",
           ["index depot.line_colour_key: unique is no, migrations say yes "
            "(migrations/20260112101500_rides.up.sql:17:1)"],
           "drop index depot.line_colour_key; create unique index line_colour_key on "
           "depot.line (lower(colour))"),
    Change("change an expression of an index",
           "drop index depot.line_colour_key; create unique index line_colour_key on "
           "depot.line (upper(colour))",
           ["index depot.line_colour_key: elements are expression upper((colour)::text), "
            "migrations say expression lower((colour)::text) "
            "(migrations/20260112101500_rides.up.sql:17:1)"],
           "drop index depot.line_colour_key; create unique index line_colour_key on "
           "depot.line (lower(colour))"),
    Change("leave an index invalid",
           "update pg_index set indisvalid = false where indexrelid = "
           "'depot.ride_by_tram_idx'::regclass",
           ["index depot.ride_by_tram_idx: valid is no, migrations say yes "
            "(migrations/20260301120000_rights.up.sql:16:1)"],
           "reindex index depot.ride_by_tram_idx"),
    Change("change a storage parameter of a table",
           "alter table depot.ride set (fillfactor = 70)",
           ["table depot.ride: options are fillfactor=70, migrations say (none) "
            "(migrations/20260112101500_rides.up.sql:3:1)"],
           "alter table depot.ride reset (fillfactor)"),
    Change("make a table unlogged",
           "alter table depot.reservation set unlogged",
           ["table depot.reservation: persistence is unlogged, migrations say permanent "
            "(migrations/20260112101500_rides.up.sql:28:1)"],
           "alter table depot.reservation set logged"),
    Change("make a table and the sequence of its column unlogged",
           "alter table depot.ride set unlogged",
           ["table depot.ride: persistence is unlogged, migrations say permanent "
            "(migrations/20260112101500_rides.up.sql:3:1)"],
           "alter table depot.ride set logged"),
    Change("add a table",
           "create table depot.driver (id serial primary key, name text unique)",
           ["table depot.driver exists, migrations do not have it"],
           "drop table depot.driver"),
    Change("drop a table",
           "drop table depot.reservation",
           ["table depot.reservation is missing, migrations make it at "
            "migrations/20260112101500_rides.up.sql:28:1"],
           "create table depot.reservation (tram_id bigint not null, during tstzrange not "
           "null, constraint reservation_overlaps exclude using gist (during with &&))"),
    Change("rename a table",
           "alter table depot.reservation rename to booking",
           ["table depot.booking: name is booking, migrations say reservation "
            "(migrations/20260112101500_rides.up.sql:28:1)"],
           "alter table depot.booking rename to reservation"),
    Change("rename a table that views and foreign keys use",
           "alter table depot.line rename to route",
           ["table depot.route: name is route, migrations say line "
            "(migrations/20260301120000_rights.up.sql:1:1)"],
           "alter table depot.route rename to line"),
    Change("change a partition's bound",
           "alter table depot.fare detach partition depot.fare_2026; alter table depot.fare "
           "attach partition depot.fare_2026 for values from ('2026-01-01') to ('2028-01-01')",
           ["table depot.fare_2026: partition bound is FOR VALUES FROM ('2026-01-01') TO "
            "('2028-01-01'), migrations say FOR VALUES FROM ('2026-01-01') TO "
            "('2027-01-01') (migrations/20260112101500_rides.up.sql:25:1)"],
           "alter table depot.fare detach partition depot.fare_2026; alter table depot.fare "
           "attach partition depot.fare_2026 for values from ('2026-01-01') to ('2027-01-01')"),
    Change("add a partition",
           "create table depot.fare_2027 partition of depot.fare for values from "
           "('2027-01-01') to ('2028-01-01')",
           ["table depot.fare_2027 exists, migrations do not have it"],
           "drop table depot.fare_2027"),
    Change("drop a partition",
           "drop table depot.fare_2026",
           ["table depot.fare_2026 is missing, migrations make it at "
            "migrations/20260112101500_rides.up.sql:25:1"],
           "create table depot.fare_2026 partition of depot.fare for values from "
           "('2026-01-01') to ('2027-01-01')"),
    Change("add a column to a partitioned table",
           "alter table depot.fare add cashier text",
           ["column depot.fare.cashier exists, migrations do not have it (migrations last "
            "set table depot.fare at migrations/20260112101500_rides.up.sql:19:1); with it "
            "column depot.fare_2025.cashier, column depot.fare_2026.cashier"],
           "alter table depot.fare drop cashier"),
    Change("drop the index of a partitioned table",
           "drop index depot.fare_paid_on_idx",
           ["index depot.fare_paid_on_idx is missing, migrations make it at "
            "migrations/20260112101500_rides.up.sql:26:1; with it index "
            "depot.fare_2025_paid_on_idx, index depot.fare_2026_paid_on_idx"],
           "create index fare_paid_on_idx on depot.fare (paid_on)"),
    Change("change the increment of a sequence",
           "alter sequence depot.ticket_number increment 10",
           ["sequence depot.ticket_number: increment is 10, migrations say 1 "
            "(migrations/20260105090000_depot.up.sql:30:1)"],
           "alter sequence depot.ticket_number increment 1"),
    Change("change the cache of a sequence",
           "alter sequence depot.ticket_number cache 1",
           ["sequence depot.ticket_number: cache is 1, migrations say 10 "
            "(migrations/20260105090000_depot.up.sql:30:1)"],
           "alter sequence depot.ticket_number cache 10"),
    Change("make a sequence cycle",
           "alter sequence depot.ticket_number cycle",
           ["sequence depot.ticket_number: cycle is yes, migrations say no "
            "(migrations/20260105090000_depot.up.sql:30:1)"],
           "alter sequence depot.ticket_number no cycle"),
    Change("rename the sequence of a column",
           "alter sequence depot.ride_id_seq rename to ride_numbers",
           ["sequence depot.ride_numbers: name is ride_numbers, migrations say ride_id_seq "
            "(migrations/20260112101500_rides.up.sql:4:3)"],
           "alter sequence depot.ride_numbers rename to ride_id_seq"),
    Change("add an enum value",
           "alter type depot.tram_state add value 'sold'",
           ["enum type depot.tram_state: labels are ready, out, repair, sold, migrations "
            "say ready, out, repair (migrations/20260105090000_depot.up.sql:4:1)"],
           "drop view if exists depot.none; delete from pg_enum where enumlabel = 'sold'"),
    Change("rename an enum value",
           "alter type depot.tram_state rename value 'out' to 'away'",
           ["enum type depot.tram_state: labels are ready, away, repair, migrations say "
            "ready, out, repair (migrations/20260105090000_depot.up.sql:4:1)"],
           "alter type depot.tram_state rename value 'away' to 'out'"),
    Change("rename a type",
           "alter type depot.tram_state rename to state_of_tram",
           ["enum type depot.state_of_tram: name is state_of_tram, migrations say "
            "tram_state (migrations/20260105090000_depot.up.sql:4:1)"],
           "alter type depot.state_of_tram rename to tram_state"),
    Change("add an attribute to a composite type",
           "alter type depot.plate add attribute country text",
           ["composite type depot.plate: attributes are name prefix type text, name number "
            "type integer, name country type text, migrations say name prefix type text, "
            "name number type integer (migrations/20260105090000_depot.up.sql:5:1)"],
           "alter type depot.plate drop attribute country"),
    Change("drop a check of a domain",
           "alter domain depot.line_code drop constraint line_code_is_short",
           ["constraint depot.line_code.line_code_is_short is missing, migrations make it "
            "at migrations/20260105090000_depot.up.sql:6:1"],
           "alter domain depot.line_code add constraint line_code_is_short check "
           "(length(value) <= 3)"),
    Change("change the default of a domain",
           "alter domain depot.line_code set default '2'",
           ["domain depot.line_code: default is '2'::text, migrations say '1'::text "
            "(migrations/20260105090000_depot.up.sql:6:1)"],
           "alter domain depot.line_code set default '1'"),
    Change("make a domain not null",
           "alter domain depot.line_code set not null",
           ["domain depot.line_code: not null is yes, migrations say no "
            "(migrations/20260105090000_depot.up.sql:6:1)"],
           "alter domain depot.line_code drop not null"),
    Change("change a view",
           "create or replace view depot.open_ride as select ride.id, ride.tram_id, "
           "line.name as line from depot.ride join depot.line on line.code = ride.line_code "
           "where ride.ended_at is null and ride.passengers > 0",
           ["view depot.open_ride: query, line 6, is \"  WHERE ((ride.ended_at IS NULL) AND "
            "(ride.passengers > 0))\", migrations say \"  WHERE (ride.ended_at IS NULL)\" "
            "(migrations/20260203080000_functions.up.sql:24:1)"],
           "create or replace view depot.open_ride as select ride.id, ride.tram_id, "
           "line.name as line from depot.ride join depot.line on line.code = ride.line_code "
           "where ride.ended_at is null"),
    Change("change an option of a view",
           "alter view depot.open_ride set (security_barrier = true)",
           ["view depot.open_ride: options are security_barrier=true, migrations say (none) "
            "(migrations/20260203080000_functions.up.sql:24:1)"],
           "alter view depot.open_ride reset (security_barrier)"),
    Change("drop a view",
           "drop view depot.open_ride",
           ["view depot.open_ride is missing, migrations make it at "
            "migrations/20260203080000_functions.up.sql:24:1"],
           "create view depot.open_ride as select ride.id, ride.tram_id, line.name as line "
           "from depot.ride join depot.line on line.code = ride.line_code where "
           "ride.ended_at is null; comment on view depot.open_ride is 'What is on the road now'"),
    Change("change a materialized view",
           "drop materialized view depot.rides_by_line; create materialized view "
           "depot.rides_by_line as select line_code, count(*) + 1 as rides from depot.ride "
           "group by line_code; create unique index rides_by_line_key on "
           "depot.rides_by_line (line_code)",
           ["materialized view depot.rides_by_line: query, line 2, is \"    (count(*) + 1) "
            "AS rides\", migrations say \"    count(*) AS rides\" "
            "(migrations/20260203080000_functions.up.sql:30:1)"],
           "drop materialized view depot.rides_by_line; create materialized view "
           "depot.rides_by_line as select line_code, count(*) as rides from depot.ride "
           "group by line_code; create unique index rides_by_line_key on "
           "depot.rides_by_line (line_code)"),
    Change("drop the index of a materialized view",
           "drop index depot.rides_by_line_key",
           ["index depot.rides_by_line_key is missing, migrations make it at "
            "migrations/20260203080000_functions.up.sql:32:1"],
           "create unique index rides_by_line_key on depot.rides_by_line (line_code)"),
    Change("replace a function's body",
           "create or replace function depot.count_ride() returns trigger language plpgsql "
           "as $$\nBEGIN\n  PERFORM pg_notify('rides', NEW.id::text);\n  RETURN NEW;\nEND;\n$$",
           ["routine depot.count_ride(): body, line 3, is \"  PERFORM pg_notify('rides', "
            "NEW.id::text);\", migrations say \"  PERFORM pg_notify('ride', NEW.id::text);\" "
            "(migrations/20260203080000_functions.up.sql:1:1)"],
           "create or replace function depot.count_ride() returns trigger language plpgsql "
           "as $$\nBEGIN\n  PERFORM pg_notify('ride', NEW.id::text);\n  RETURN NEW;\nEND;\n$$"),
    Change("change a default of a function's argument",
           "create or replace function depot.seats_of(wanted bigint, spare int default 5) "
           "returns int language sql stable as $$ SELECT seats - spare FROM depot.tram "
           "WHERE id = wanted $$",
           ["routine depot.seats_of(bigint, integer): arguments are name wanted type "
            "bigint, name spare type integer default 5, migrations say name wanted type "
            "bigint, name spare type integer default 0 "
            "(migrations/20260203080000_functions.up.sql:8:1)"],
           "create or replace function depot.seats_of(wanted bigint, spare int default 0) "
           "returns int language sql stable as $$ SELECT seats - spare FROM depot.tram "
           "WHERE id = wanted $$"),
    Change("make a function security definer",
           "alter function depot.count_ride() security definer",
           ["routine depot.count_ride(): security definer is yes, migrations say no "
            "(migrations/20260203080000_functions.up.sql:1:1)"],
           "alter function depot.count_ride() security invoker"),
    Change("change a function's volatility",
           "alter function depot.seats_of(bigint, int) volatile",
           ["routine depot.seats_of(bigint, integer): volatility is volatile, migrations "
            "say stable (migrations/20260203080000_functions.up.sql:8:1)"],
           "alter function depot.seats_of(bigint, int) stable"),
    Change("set a function's search path",
           "alter function depot.count_ride() set search_path = pg_catalog",
           ["routine depot.count_ride(): configuration is search_path=pg_catalog, "
            "migrations say (none) (migrations/20260203080000_functions.up.sql:1:1)"],
           "alter function depot.count_ride() reset search_path"),
    Change("add an overload of a function",
           "create function depot.seats_of(text) returns int language sql as 'select 1'",
           ["routine depot.seats_of(text) exists, migrations do not have it"],
           "drop function depot.seats_of(text)"),
    Change("rename a function",
           "alter function depot.count_ride() rename to note_ride",
           ["routine depot.note_ride(): name is note_ride, migrations say count_ride "
            "(migrations/20260203080000_functions.up.sql:1:1)"],
           "alter function depot.note_ride() rename to count_ride"),
    Change("drop a function with its triggers",
           "drop function depot.count_ride() cascade",
           ["routine depot.count_ride() is missing, migrations make it at "
            "migrations/20260203080000_functions.up.sql:1:1; with it trigger "
            "depot.ride.ride_changed, trigger depot.ride.ride_counted"],
           "create function depot.count_ride() returns trigger language plpgsql as "
           "$$\nBEGIN\n  PERFORM pg_notify('ride', NEW.id::text);\n  RETURN NEW;\nEND;\n$$;\n   "
           " create trigger ride_counted after insert on depot.ride for each row execute "
           "function depot.count_ride();\n    create trigger ride_changed before update on "
           "depot.ride for each row when (old.passengers <> new.passengers) execute "
           "function depot.count_ride();\n    alter table depot.ride disable trigger "
           "ride_changed"),
    Change("disable a trigger",
           "alter table depot.ride disable trigger ride_counted",
           ["trigger depot.ride.ride_counted: enabled is no, migrations say yes "
            "(migrations/20260203080000_functions.up.sql:18:1)"],
           "alter table depot.ride enable trigger ride_counted"),
    Change("enable a trigger",
           "alter table depot.ride enable trigger ride_changed",
           ["trigger depot.ride.ride_changed: enabled is yes, migrations say no "
            "(migrations/20260203080000_functions.up.sql:22:1)"],
           "alter table depot.ride disable trigger ride_changed"),
    Change("drop a trigger",
           "drop trigger ride_counted on depot.ride",
           ["trigger depot.ride.ride_counted is missing, migrations make it at "
            "migrations/20260203080000_functions.up.sql:18:1"],
           "create trigger ride_counted after insert on depot.ride for each row execute "
           "function depot.count_ride()"),
    Change("change the events of a trigger",
           "drop trigger ride_counted on depot.ride; create trigger ride_counted after "
           "insert or delete on depot.ride for each row execute function depot.count_ride()",
           ["trigger depot.ride.ride_counted: on delete is yes, migrations say no "
            "(migrations/20260203080000_functions.up.sql:18:1)"],
           "drop trigger ride_counted on depot.ride; create trigger ride_counted after "
           "insert on depot.ride for each row execute function depot.count_ride()"),
    Change("rename a trigger",
           "alter trigger ride_counted on depot.ride rename to ride_noted",
           ["trigger depot.ride.ride_noted: name is ride_noted, migrations say ride_counted "
            "(migrations/20260203080000_functions.up.sql:18:1)"],
           "alter trigger ride_noted on depot.ride rename to ride_counted"),
    Change("enable row security",
           "alter table depot.tram enable row level security",
           ["table depot.tram: row security is enabled, migrations say disabled "
            "(migrations/20260105090000_depot.up.sql:10:1)"],
           "alter table depot.tram disable row level security"),
    Change("disable row security",
           "alter table depot.line disable row level security",
           ["table depot.line: row security is disabled, migrations say enabled "
            "(migrations/20260301120000_rights.up.sql:1:1)"],
           "alter table depot.line enable row level security"),
    Change("force row security",
           "alter table depot.line force row level security",
           ["table depot.line: row security is forced, migrations say enabled "
            "(migrations/20260301120000_rights.up.sql:1:1)"],
           "alter table depot.line no force row level security"),
    Change("add a policy",
           "create policy everything on depot.line using (true)",
           ["policy depot.line.everything exists, migrations do not have it (migrations "
            "last set table depot.line at migrations/20260301120000_rights.up.sql:1:1)"],
           "drop policy everything on depot.line"),
    Change("drop a policy",
           "drop policy line_is_open on depot.line",
           ["policy depot.line.line_is_open is missing, migrations make it at "
            "migrations/20260301120000_rights.up.sql:2:1"],
           "create policy line_is_open on depot.line for select using (opened_on <= "
           "current_date)"),
    Change("change a policy's expression",
           "alter policy line_is_open on depot.line using (true)",
           ["policy depot.line.line_is_open: using is true, migrations say (opened_on <= "
            "CURRENT_DATE) (migrations/20260301120000_rights.up.sql:2:1)"],
           "alter policy line_is_open on depot.line using (opened_on <= current_date)"),
    Change("change a policy's roles",
           "alter policy line_is_open on depot.line to clerk",
           ["policy depot.line.line_is_open: roles are clerk, migrations say (none) "
            "(migrations/20260301120000_rights.up.sql:2:1)"],
           "alter policy line_is_open on depot.line to public"),
    Change("grant a privilege",
           "grant select on depot.ride to clerk",
           ["table depot.ride: privileges of clerk are SELECT, migrations say (none) "
            "(migrations/20260112101500_rides.up.sql:3:1)"],
           "revoke select on depot.ride from clerk"),
    Change("grant more to a grantee",
           "grant insert on depot.tram to public",
           ["table depot.tram: privileges of PUBLIC are SELECT, INSERT, migrations say "
            "SELECT (migrations/20260301120000_rights.up.sql:5:1)"],
           "revoke insert on depot.tram from public"),
    Change("grant on a column",
           "grant update (seats) on depot.tram to clerk",
           ["depot.tram.seats: privileges of clerk are UPDATE, migrations say (none) "
            "(migrations/20260301120000_rights.up.sql:8:37)"],
           "revoke update (seats) on depot.tram from clerk"),
    Change("grant with grant option",
           "grant select on depot.ride to clerk with grant option",
           ["table depot.ride: privileges of clerk are SELECT with grant option, migrations "
            "say (none) (migrations/20260112101500_rides.up.sql:3:1)"],
           "revoke select on depot.ride from clerk"),
    Change("revoke a privilege",
           "revoke select on depot.line from public",
           ["table depot.line: privileges of PUBLIC are (none), migrations say SELECT "
            "(migrations/20260301120000_rights.up.sql:5:1)"],
           "grant select on depot.line to public"),
    Change("revoke a privilege on a column",
           "revoke update (notes) on depot.tram from public",
           ["depot.tram.notes: privileges of PUBLIC are (none), migrations say UPDATE "
            "(migrations/20260301120000_rights.up.sql:6:1)"],
           "grant update (notes) on depot.tram to public"),
    Change("revoke execute from PUBLIC",
           "revoke execute on function depot.seats_of(bigint, int) from public",
           ["routine depot.seats_of(bigint, integer): privileges of PUBLIC are (none), "
            "migrations say EXECUTE (migrations/20260203080000_functions.up.sql:8:1)"],
           "grant execute on function depot.seats_of(bigint, int) to public"),
    Change("give execute back to PUBLIC",
           "grant execute on procedure depot.close_rides() to public",
           ["routine depot.close_rides(): privileges of PUBLIC are EXECUTE, migrations say "
            "(none) (migrations/20260203080000_functions.up.sql:16:1)"],
           "revoke execute on procedure depot.close_rides() from public"),
    Change("take a privilege from the owner",
           "revoke delete on depot.ride from postgres",
           ["table depot.ride: privileges of postgres are SELECT, INSERT, UPDATE, TRUNCATE, "
            "REFERENCES, TRIGGER, migrations say SELECT, INSERT, UPDATE, DELETE, TRUNCATE, "
            "REFERENCES, TRIGGER (migrations/20260112101500_rides.up.sql:3:1)"],
           "grant delete on depot.ride to postgres", until=16),
    Change("take a privilege from the owner, who has one more",
           "revoke delete on depot.ride from postgres",
           ["table depot.ride: privileges of postgres are SELECT, INSERT, UPDATE, TRUNCATE, "
            "REFERENCES, TRIGGER, MAINTAIN, migrations say SELECT, INSERT, UPDATE, DELETE, "
            "TRUNCATE, REFERENCES, TRIGGER, MAINTAIN "
            "(migrations/20260112101500_rides.up.sql:3:1)"],
           "grant delete on depot.ride to postgres", since=17),
    Change("let nulls stay that are there already",
           "alter table depot.line drop constraint line_name_not_null, add not null name not valid",
           ["depot.line.name: not null validated is no, migrations say yes "
            "(migrations/20260105090000_depot.up.sql:24:3)"],
           "alter table depot.line validate constraint line_name_not_null", since=18),
    Change("let a foreign key rest",
           "alter table depot.ride alter constraint ride_tram_id_fkey not enforced",
           ["constraint depot.ride.ride_tram_id_fkey: validated is no, migrations say yes "
            "(migrations/20260112101500_rides.up.sql:5:27)",
            "constraint depot.ride.ride_tram_id_fkey: enforced is no, migrations say yes "
            "(migrations/20260112101500_rides.up.sql:5:27)"],
           "alter table depot.ride alter constraint ride_tram_id_fkey enforced", since=18),
    Change("grant on a schema",
           "grant create on schema depot to clerk",
           ["schema depot: privileges of clerk are CREATE, migrations say (none) "
            "(migrations/20260105090000_depot.up.sql:1:1)"],
           "revoke create on schema depot from clerk"),
    Change("grant create on schema public",
           "grant create on schema public to public",
           ["schema public: privileges of PUBLIC are CREATE, USAGE, migrations say USAGE"],
           "revoke create on schema public from public", since=15),
    Change("keep others from creating in public",
           "revoke create on schema public from public",
           ["schema public: privileges of PUBLIC are USAGE, migrations say CREATE, USAGE"],
           "grant create on schema public to public", until=14),
    Change("grant more by default",
           "alter default privileges in schema stops grant select on tables to clerk",
           ["default privileges stops, tables of postgres for clerk: privileges are SELECT, "
            "migrations say (none)"],
           "alter default privileges in schema stops revoke select on tables from clerk"),
    Change("grant less by default",
           "alter default privileges in schema stops revoke select on tables from public",
           ["default privileges stops, tables of postgres for PUBLIC: privileges are (none), "
            "migrations say SELECT (migrations/20260402070000_access.up.sql:2:1)"],
           "alter default privileges in schema stops grant select on tables to public"),
    Change("take back what a default privilege granted",
           "revoke select on stops.stop from public",
           ["table stops.stop: privileges of PUBLIC are (none), migrations say SELECT "
            "(migrations/20260402070000_access.up.sql:3:1)"],
           "grant select on stops.stop to public"),
    Change("change a foreign server's options",
           "alter server city options (set host 'b', add dbname 'x')",
           ["foreign server city: options are dbname x, host b, port 1, migrations say host a, "
            "port 1 (migrations/20260402070000_access.up.sql:6:1)"],
           "alter server city options (set host 'a', drop dbname)"),
    Change("change the version of a foreign server",
           "alter server city version '2'",
           ["foreign server city: version is 2, migrations say 1 "
            "(migrations/20260402070000_access.up.sql:6:1)"],
           "alter server city version '1'"),
    Change("change a password",
           "alter user mapping for public server city options (set password 'hidden')",
           ["user mapping city.public: options are password ****, user guest, migrations say "
            "password ****, user guest (migrations/20260402070000_access.up.sql:7:1)"],
           "alter user mapping for public server city options (set password 'open sesame')"),
    Change("add a user mapping",
           "create user mapping for clerk server city",
           ["user mapping city.clerk exists, migrations do not have it (migrations last set "
            "foreign server city at migrations/20260402070000_access.up.sql:6:1)"],
           "drop user mapping for clerk server city"),
    Change("add a foreign-data wrapper",
           "create foreign data wrapper other",
           ["foreign-data wrapper other exists, migrations do not have it"],
           "drop foreign data wrapper other"),
    Change("change a foreign table's options",
           "alter foreign table stops.street options (set table_name 'roads')",
           ["table stops.street: foreign options are table_name roads, migrations say table_name "
            "streets (migrations/20260402070000_access.up.sql:8:1)"],
           "alter foreign table stops.street options (set table_name 'streets')"),
    Change("change the options of a foreign table's column",
           "alter foreign table stops.street alter id options (set column_name 'no')",
           ["stops.street.id: foreign options are column_name no, migrations say column_name nr "
            "(migrations/20260402070000_access.up.sql:9:3)"],
           "alter foreign table stops.street alter id options (set column_name 'nr')"),
    Change("drop a foreign table",
           "drop foreign table stops.street",
           ["table stops.street is missing, migrations make it at "
            "migrations/20260402070000_access.up.sql:8:1"],
           "create foreign table stops.street (id int options (column_name 'nr'), name text) server "
           "city options (table_name 'streets'); grant select on stops.street to public"),
    Change("change the statistics target of an index's expression",
           "alter index stops.stop_name_idx alter column 1 set statistics 500",
           ["index stops.stop_name_idx: statistics targets are 1=500, migrations say (none) "
            "(migrations/20260402070000_access.up.sql:12:1)"],
           "alter index stops.stop_name_idx alter column 1 set statistics -1"),
    Change("switch off the check of a foreign key",
           "alter table depot.tram disable trigger all",
           ["constraint depot.ride.ride_tram_id_fkey: foreign triggers are disabled, migrations "
            "say origin (migrations/20260112101500_rides.up.sql:5:27)"],
           "alter table depot.tram enable trigger all"),
    Change("comment on an extension",
           "comment on extension btree_gist is 'for reservations'",
           ["extension btree_gist: comment is \"for reservations\", migrations say (none) "
            "(migrations/20260301120000_rights.up.sql:14:1)"],
           "comment on extension btree_gist is 'support for indexing common datatypes in GiST'"),
    Change("comment on the index of a key",
           "comment on index depot.tram_pkey is 'small'",
           ["index depot.tram_pkey: comment is \"small\", migrations say (none)"],
           "comment on index depot.tram_pkey is null"),
    Change("change the owner of a table",
           "alter table depot.tram owner to clerk",
           ["table depot.tram: owner is clerk, migrations say whoever runs them (postgres) "
            "(migrations/20260105090000_depot.up.sql:10:1)"],
           "alter table depot.tram owner to postgres"),
    Change("change the owner of a function",
           "alter function depot.count_ride() owner to clerk",
           ["routine depot.count_ride(): owner is clerk, migrations say whoever runs them "
            "(postgres) (migrations/20260203080000_functions.up.sql:1:1)"],
           "alter function depot.count_ride() owner to postgres"),
    Change("change the owner of a schema",
           "alter schema depot owner to clerk",
           ["schema depot: owner is clerk, migrations say whoever runs them (postgres) "
            "(migrations/20260105090000_depot.up.sql:1:1)"],
           "alter schema depot owner to postgres"),
    Change("change a comment",
           "comment on table depot.tram is 'One row per tram'",
           ["table depot.tram: comment is \"One row per tram\", migrations say \"One row per "
            "vehicle\" (migrations/20260105090000_depot.up.sql:19:1)"],
           "comment on table depot.tram is 'One row per vehicle'"),
    Change("add a comment",
           "comment on column depot.tram.notes is 'Free text'",
           ["depot.tram.notes: comment is \"Free text\", migrations say (none) "
            "(migrations/20260301120000_rights.up.sql:9:1)"],
           "comment on column depot.tram.notes is null"),
    Change("drop a comment",
           "comment on function depot.seats_of(bigint, int) is null",
           ["routine depot.seats_of(bigint, integer): comment is (none), migrations say "
            "\"Null for an unknown tram\" (migrations/20260203080000_functions.up.sql:11:1)"],
           "comment on function depot.seats_of(bigint, int) is 'Null for an unknown tram'"),
    Change("add an extension",
           "create extension pg_trgm",
           ["extension pg_trgm exists, migrations do not have it"],
           "drop extension pg_trgm"),
    Change("drop an extension",
           "drop extension btree_gist",
           ["extension btree_gist is missing, migrations make it at "
            "migrations/20260301120000_rights.up.sql:14:1"],
           "create extension btree_gist with schema public", since=15),
    Change("add a schema with objects in it",
           "create schema scratch create table notes (id int primary key) create view "
           "all_notes as select id from notes",
           ["schema scratch exists, migrations do not have it; with it table scratch.notes, "
            "view scratch.all_notes"],
           "drop schema scratch cascade"),
    Change("add a statistics object",
           "create statistics depot.tram_statistics on id, seats from depot.tram",
           ["statistics object depot.tram_statistics exists, migrations do not have it (migrations "
            "last set table depot.tram at migrations/20260105090000_depot.up.sql:10:1)"],
           "drop statistics depot.tram_statistics"),
    Change("drop a statistics object",
           "drop statistics depot.ride_statistics",
           ["statistics object depot.ride_statistics is missing, migrations make it at "
            "migrations/20260315080000_around.up.sql:1:1"],
           "create statistics depot.ride_statistics on line_code, passengers from depot.ride"),
    Change("change the target of a statistics object",
           "alter statistics depot.ride_statistics set statistics 7",
           ["statistics object depot.ride_statistics: statistics target is 7, migrations say (none) "
            "(migrations/20260315080000_around.up.sql:1:1)"],
           "alter statistics depot.ride_statistics set statistics -1"),
    Change("add a rule",
           "create rule quiet as on delete to depot.tram do instead nothing",
           ["rule depot.tram.quiet exists, migrations do not have it (migrations last set table "
            "depot.tram at migrations/20260105090000_depot.up.sql:10:1)"],
           "drop rule quiet on depot.tram"),
    Change("change a rule's action",
           "create or replace rule line_stays as on delete to depot.line do instead "
           "notify line_goes",
           ["rule depot.line.line_stays: actions are NOTIFY line_goes, migrations say (none) "
            "(migrations/20260315080000_around.up.sql:2:1)"],
           "create or replace rule line_stays as on delete to depot.line do instead nothing"),
    Change("disable a rule",
           "alter table depot.line disable rule line_stays",
           ["rule depot.line.line_stays: enabled is no, migrations say yes "
            "(migrations/20260315080000_around.up.sql:2:1)"],
           "alter table depot.line enable rule line_stays"),
    Change("disable an event trigger",
           "alter event trigger watcher disable",
           ["event trigger watcher: enabled is no, migrations say yes "
            "(migrations/20260315080000_around.up.sql:5:1)"],
           "alter event trigger watcher enable"),
    Change("add an event trigger",
           "create event trigger other on ddl_command_end execute function depot.watch()",
           ["event trigger other exists, migrations do not have it"],
           "drop event trigger other"),
    Change("add a publication",
           "create publication everything for table depot.tram",
           ["publication everything exists, migrations do not have it; with it published table "
            "depot.tram in everything"],
           "drop publication everything"),
    Change("add a table to a publication",
           "alter publication timetable add table depot.ride",
           ["published table depot.ride in timetable exists, migrations do not have it (migrations "
            "last set table depot.ride at migrations/20260112101500_rides.up.sql:3:1)"],
           "alter publication timetable drop table depot.ride"),
    Change("add a schema to a publication",
           "create publication everything for tables in schema depot",
           ["publication everything exists, migrations do not have it; with it published schema "
            "depot in everything"],
           "drop publication everything"),
    Change("change what a publication publishes",
           "alter publication timetable set (publish = 'insert, update, delete')",
           ["publication timetable: publishes truncate is no, migrations say yes "
            "(migrations/20260315080000_around.up.sql:7:1)"],
           "alter publication timetable set (publish = 'insert, update, delete, truncate')"),
    Change("change a publication's row filter",
           "alter publication timetable set table depot.line (code, name) where "
           "(opened_on is null), depot.tram",
           ["published table depot.line in timetable: row filter is (opened_on IS NULL), "
            "migrations say (opened_on IS NOT NULL) (migrations/20260315080000_around.up.sql:7:1)"],
           "alter publication timetable set table depot.line (code, name) where "
           "(opened_on is not null), depot.tram"),
    Change("add a subscription",
           "create subscription far connection 'host=far.invalid password=secret' "
           "publication p with (connect = false, slot_name = none)",
           ["subscription far exists, migrations do not have it"],
           "drop subscription far"),
    Change("add an access method",
           "create access method tree2 type index handler bthandler",
           ["access method tree2 exists, migrations do not have it"],
           "drop access method tree2"),
    Change("make a language trusted",
           "create or replace trusted language sample handler depot.sample_handler",
           ["language sample: trusted is yes, migrations say no "
            "(migrations/20260315080000_around.up.sql:12:1)"],
           "create or replace language sample handler depot.sample_handler"),
    Change("drop a transform",
           "drop transform for int language sample",
           ["transform pg_catalog.int4 for sample is missing, migrations make it at "
            "migrations/20260315080000_around.up.sql:13:1"],
           "create transform for int language sample (to sql with function int4recv(internal))"),
    Change("start an aggregate elsewhere",
           "create or replace aggregate lib.total(integer) (sfunc = int4pl, stype = integer, in"
           "itcond = '1')",
           ["aggregate lib.total(integer): initial condition is 1, migrations say 0 (migrations"
            "/20260410080000_kinds.up.sql:12:1)"],
           "create or replace aggregate lib.total(integer) (sfunc = int4pl, stype = integer, in"
           "itcond = '0')"),
    Change("add an aggregate",
           "create aggregate lib.most(integer) (sfunc = int4larger, stype = integer)",
           ["aggregate lib.most(integer) exists, migrations do not have it"],
           "drop aggregate lib.most(integer)"),
    Change("rename a multirange type",
           "alter type lib.timemultirange rename to times",
           ["range type lib.timerange: multirange is lib.times, migrations say lib.timemultiran"
            "ge (migrations/20260410080000_kinds.up.sql:7:1)"],
           "alter type lib.times rename to timemultirange"),
    Change("rename the constructor of a range type",
           "alter function lib.timerange(time, time) rename to span; alter function lib.timeran"
           "ge(time, time, text) rename to span",
           ["range type lib.timerange: constructor is lib.span, migrations say lib.timerange (m"
            "igrations/20260410080000_kinds.up.sql:7:1)"],
           "alter function lib.span(time, time) rename to timerange; alter function lib.span(ti"
           "me, time, text) rename to timerange"),
    Change("add a collation",
           "create collation lib.other (locale = 'POSIX')",
           ["collation lib.other exists, migrations do not have it"],
           "drop collation lib.other"),
    Change("make a collation otherwise",
           "drop collation lib.plain; create collation lib.plain (lc_collate = 'C', lc_ctype = "
           "'POSIX')",
           ["collation lib.plain: lc ctype is POSIX, migrations say C (migrations/2026041008000"
            "0_kinds.up.sql:3:1)"],
           "drop collation lib.plain; create collation lib.plain (locale = 'C')"),
    Change("make a cast implicit",
           "drop cast (text as lib.level); create cast (text as lib.level) with inout as implic"
           "it",
           ["cast text as lib.level: context is implicit, migrations say explicit (migrations/2"
            "0260410080000_kinds.up.sql:10:1)"],
           "drop cast (text as lib.level); create cast (text as lib.level) with inout"),
    Change("drop a cast",
           "drop cast (text as lib.level)",
           ["cast text as lib.level is missing, migrations make it at migrations/20260410080000"
            "_kinds.up.sql:10:1"],
           "create cast (text as lib.level) with inout"),
    Change("take an operator's estimator",
           "alter operator lib.=~= (integer, integer) set (restrict = none)",
           ["operator lib.=~=(integer, integer): restrict is (none), migrations say pg_catalog."
            "eqsel (migrations/20260410080000_kinds.up.sql:16:1)"],
           "alter operator lib.=~= (integer, integer) set (restrict = eqsel)"),
    Change("drop an operator",
           "drop operator lib.=~= (integer, integer)",
           ["operator lib.=~=(integer, integer) is missing, migrations make it at migrations/20"
            "260410080000_kinds.up.sql:16:1"],
           "create operator lib.=~= (function = lib.near, leftarg = integer, rightarg = integer"
           ", restrict = eqsel)"),
    Change("add to an operator family",
           "alter operator family lib.backwards using btree add operator 1 > (integer, bigint)",
           ["operator family lib.backwards using btree: members are operators strategy 1 left i"
            "nteger right bigint operator pg_catalog.>, migrations say (none) (migrations/20260"
            "410080000_kinds.up.sql:18:1)"],
           "alter operator family lib.backwards using btree drop operator 1 (integer, bigint)"),
    Change("add to an operator class",
           "alter operator family lib.backwards using btree add operator 5 < (integer, integer)",
           ["operator class lib.backwards using btree: members are operators strategy 1 left in"
            "teger right integer operator pg_catalog.>, strategy 3 left integer right integer o"
            "perator pg_catalog.=, strategy 5 left integer righ…, migrations say operators stra"
            "tegy 1 left integer right integer operator pg_catalog.>, strategy 3 left integer r"
            "ight integer operator pg_catalog.= functions number 1 left integ… (migrations/2026"
            "0410080000_kinds.up.sql:18:1)"],
           "drop operator class lib.backwards using btree; create operator class lib.backwards "
           "for type integer using btree as operator 1 >, operator 3 =, function 1 btint4cmp(in"
           "teger, integer)"),
    Change("change a dictionary",
           "alter text search dictionary lib.words (stopwords)",
           ["text search dictionary lib.words: options are (none), migrations say stopwords=eng"
            "lish (migrations/20260410080000_kinds.up.sql:24:1)"],
           "alter text search dictionary lib.words (stopwords = english)"),
    Change("change a mapping",
           "alter text search configuration lib.search alter mapping for word with simple",
           ["text search configuration lib.search: mappings are token asciiword dictionaries li"
            "b.words, token word dictionaries pg_catalog.simple, migrations say token asciiword"
            " dictionaries lib.words, token word dictionaries lib.words (migrations/20260410080"
            "000_kinds.up.sql:26:1)"],
           "alter text search configuration lib.search alter mapping for word with lib.words"),
    Change("add a text search parser",
           "create text search parser lib.more (start = prsd_start, gettoken = prsd_nexttoken, "
           "end = prsd_end, lextypes = prsd_lextype)",
           ["text search parser lib.more exists, migrations do not have it"],
           "drop text search parser lib.more"),
    Change("drop a text search template",
           "drop text search template lib.plain_words",
           ["text search template lib.plain_words is missing, migrations make it at migrations/"
            "20260410080000_kinds.up.sql:23:1"],
           "create text search template lib.plain_words (init = dsimple_init, lexize = dsimple_"
           "lexize)"),
    Change("drop a conversion",
           "drop conversion lib.to_latin",
           ["conversion lib.to_latin is missing, migrations make it at migrations/2026041008000"
            "0_kinds.up.sql:28:1"],
           "create conversion lib.to_latin for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1"),
    Change("drop a shell type",
           "drop type lib.soon",
           ["shell type lib.soon is missing, migrations make it at migrations/20260410080000_ki"
            "nds.up.sql:29:1"],
           "create type lib.soon"),
    Change("change a base type's storage",
           "alter type lib.txt set (storage = main)",
           ["base type lib.txt: storage is main, migrations say extended (migrations/2026041008"
            "0000_kinds.up.sql:35:1)"],
           "alter type lib.txt set (storage = extended)"),
    Change("add a text search configuration",
           "create text search configuration depot.plain (copy = simple)",
           ["text search configuration depot.plain exists, migrations do not have it"],
           "drop text search configuration depot.plain"),
]

# Each is said to be unmanaged, and is no difference.
UNMANAGED = [
    Change("grant on the database",
           "revoke connect on database changed from public",
           ["not managed by pgplumb in database changed:",
            "  privileges on database changed"],
           "grant connect on database changed to public"),
    Change("set something for the database",
           "alter database changed set work_mem = '8MB'",
           ["not managed by pgplumb in database changed:",
            "  settings of database changed"],
           "alter database changed reset work_mem"),
    Change("set something for a role in the database",
           "alter role clerk in database changed set work_mem = '8MB'",
           ["not managed by pgplumb in database changed:",
            "  settings in this database of role clerk"],
           "alter role clerk in database changed reset work_mem"),
    Change("comment on the database",
           "comment on database changed is 'x'",
           ["not managed by pgplumb in database changed:",
            "  comment on database changed"],
           "comment on database changed is null"),
    Change("grant on a language",
           "grant usage on language plpgsql to clerk",
           ["not managed by pgplumb in database changed:",
            "  privileges on language plpgsql"],
           "revoke usage on language plpgsql from clerk"),
    Change("grant on a system function",
           "grant execute on function pg_catalog.pg_read_file(text) to clerk",
           ["not managed by pgplumb in database changed:",
            "  privileges on function pg_catalog.pg_read_file(pg_catalog.text)"],
           "revoke execute on function pg_catalog.pg_read_file(text) from clerk"),
]
