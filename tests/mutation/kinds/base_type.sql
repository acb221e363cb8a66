--- prelude
create schema bases;

--- missing | bases.missing | more: bases.missing_in, bases.missing_out, bases.missing_recv, bases.missing_send
create type bases.missing;
create function bases.missing_in(cstring) returns bases.missing language internal immutable strict
  as 'textin';
create function bases.missing_out(bases.missing) returns cstring language internal immutable strict
  as 'textout';
create function bases.missing_recv(internal) returns bases.missing language internal stable strict
  as 'textrecv';
create function bases.missing_send(bases.missing) returns bytea language internal stable strict
  as 'textsend';
create type bases.missing (input = bases.missing_in, output = bases.missing_out,
  receive = bases.missing_recv, send = bases.missing_send);
--- change
drop type bases.missing cascade;

--- exists | bases.another | more: bases.another_in, bases.another_out, bases.another_recv, bases.another_send
--- change
create type bases.another;
create function bases.another_in(cstring) returns bases.another language internal immutable strict
  as 'textin';
create function bases.another_out(bases.another) returns cstring language internal immutable strict
  as 'textout';
create function bases.another_recv(internal) returns bases.another language internal stable strict
  as 'textrecv';
create function bases.another_send(bases.another) returns bytea language internal stable strict
  as 'textsend';
create type bases.another (input = bases.another_in, output = bases.another_out,
  receive = bases.another_recv, send = bases.another_send);

--- input | bases.input
create type bases.input;
create function bases.input_in(cstring) returns bases.input language internal immutable strict
  as 'textin';
create function bases.input_out(bases.input) returns cstring language internal immutable strict
  as 'textout';
create function bases.input_recv(internal) returns bases.input language internal stable strict
  as 'textrecv';
create function bases.input_send(bases.input) returns bytea language internal stable strict
  as 'textsend';
create type bases.input (input = bases.input_in, output = bases.input_out,
  receive = bases.input_recv, send = bases.input_send);
create function bases.other_in(cstring) returns bases.input language internal immutable strict
  as 'textin';
--- change
update pg_type set typinput = 'bases.other_in'::regproc where oid = 'bases.input'::regtype;

--- output | bases.output
create type bases.output;
create function bases.output_in(cstring) returns bases.output language internal immutable strict
  as 'textin';
create function bases.output_out(bases.output) returns cstring language internal immutable strict
  as 'textout';
create function bases.output_recv(internal) returns bases.output language internal stable strict
  as 'textrecv';
create function bases.output_send(bases.output) returns bytea language internal stable strict
  as 'textsend';
create type bases.output (input = bases.output_in, output = bases.output_out,
  receive = bases.output_recv, send = bases.output_send);
create function bases.other_out(bases.output) returns cstring language internal immutable strict
  as 'textout';
--- change
update pg_type set typoutput = 'bases.other_out'::regproc where oid = 'bases.output'::regtype;

--- receive | bases.receive
create type bases.receive;
create function bases.receive_in(cstring) returns bases.receive language internal immutable strict
  as 'textin';
create function bases.receive_out(bases.receive) returns cstring language internal immutable strict
  as 'textout';
create function bases.receive_recv(internal) returns bases.receive language internal stable strict
  as 'textrecv';
create function bases.receive_send(bases.receive) returns bytea language internal stable strict
  as 'textsend';
create type bases.receive (input = bases.receive_in, output = bases.receive_out,
  receive = bases.receive_recv, send = bases.receive_send);
create function bases.other_recv(internal) returns bases.receive language internal stable strict
  as 'textrecv';
--- change
update pg_type set typreceive = 'bases.other_recv'::regproc where oid = 'bases.receive'::regtype;

--- send | bases.send
create type bases.send;
create function bases.send_in(cstring) returns bases.send language internal immutable strict
  as 'textin';
create function bases.send_out(bases.send) returns cstring language internal immutable strict
  as 'textout';
create function bases.send_recv(internal) returns bases.send language internal stable strict
  as 'textrecv';
create function bases.send_send(bases.send) returns bytea language internal stable strict
  as 'textsend';
create type bases.send (input = bases.send_in, output = bases.send_out,
  receive = bases.send_recv, send = bases.send_send);
create function bases.other_send(bases.send) returns bytea language internal stable strict
  as 'textsend';
--- change
update pg_type set typsend = 'bases.other_send'::regproc where oid = 'bases.send'::regtype;

--- typmod_in | bases.modified
create function bases.modifier_in(cstring[]) returns int language internal immutable strict
  as 'varchartypmodin';
create function bases.modifier_out(int) returns cstring language internal immutable strict
  as 'varchartypmodout';
create type bases.modified;
create function bases.modified_in(cstring) returns bases.modified language internal immutable strict
  as 'textin';
create function bases.modified_out(bases.modified) returns cstring language internal immutable strict
  as 'textout';
create function bases.modified_recv(internal) returns bases.modified language internal stable strict
  as 'textrecv';
create function bases.modified_send(bases.modified) returns bytea language internal stable strict
  as 'textsend';
create type bases.modified (input = bases.modified_in, output = bases.modified_out,
  receive = bases.modified_recv, send = bases.modified_send);
--- change
alter type bases.modified set (typmod_in = bases.modifier_in);

--- typmod_out | bases.modifier
create type bases.modifier;
create function bases.modifier_in(cstring) returns bases.modifier language internal immutable strict
  as 'textin';
create function bases.modifier_out(bases.modifier) returns cstring language internal immutable strict
  as 'textout';
create function bases.modifier_recv(internal) returns bases.modifier language internal stable strict
  as 'textrecv';
create function bases.modifier_send(bases.modifier) returns bytea language internal stable strict
  as 'textsend';
create type bases.modifier (input = bases.modifier_in, output = bases.modifier_out,
  receive = bases.modifier_recv, send = bases.modifier_send);
--- change
alter type bases.modifier set (typmod_out = bases.modifier_out);

--- analyze | bases.analyzed
create function bases.looks(internal) returns boolean language internal stable strict
  as 'range_typanalyze';
create type bases.analyzed;
create function bases.analyzed_in(cstring) returns bases.analyzed language internal immutable strict
  as 'textin';
create function bases.analyzed_out(bases.analyzed) returns cstring language internal immutable strict
  as 'textout';
create function bases.analyzed_recv(internal) returns bases.analyzed language internal stable strict
  as 'textrecv';
create function bases.analyzed_send(bases.analyzed) returns bytea language internal stable strict
  as 'textsend';
create type bases.analyzed (input = bases.analyzed_in, output = bases.analyzed_out,
  receive = bases.analyzed_recv, send = bases.analyzed_send);
--- change
alter type bases.analyzed set (analyze = bases.looks);

--- subscript | bases.subscripted
create type bases.subscripted;
create function bases.subscripted_in(cstring) returns bases.subscripted language internal immutable strict
  as 'textin';
create function bases.subscripted_out(bases.subscripted) returns cstring language internal immutable strict
  as 'textout';
create function bases.subscripted_recv(internal) returns bases.subscripted language internal stable strict
  as 'textrecv';
create function bases.subscripted_send(bases.subscripted) returns bytea language internal stable strict
  as 'textsend';
create type bases.subscripted (input = bases.subscripted_in, output = bases.subscripted_out,
  receive = bases.subscripted_recv, send = bases.subscripted_send, internallength = 16, element = int, subscript = raw_array_subscript_handler);
--- change
update pg_type set typsubscript = 'array_subscript_handler'::regproc
where oid = 'bases.subscripted'::regtype;

--- internallength | bases.sized
create type bases.sized;
create function bases.sized_in(cstring) returns bases.sized language internal immutable strict
  as 'textin';
create function bases.sized_out(bases.sized) returns cstring language internal immutable strict
  as 'textout';
create function bases.sized_recv(internal) returns bases.sized language internal stable strict
  as 'textrecv';
create function bases.sized_send(bases.sized) returns bytea language internal stable strict
  as 'textsend';
create type bases.sized (input = bases.sized_in, output = bases.sized_out,
  receive = bases.sized_recv, send = bases.sized_send, internallength = 16);
--- change
update pg_type set typlen = 24 where oid = 'bases.sized'::regtype;

--- passedbyvalue | bases.by_value
create type bases.by_value;
create function bases.by_value_in(cstring) returns bases.by_value language internal immutable strict
  as 'textin';
create function bases.by_value_out(bases.by_value) returns cstring language internal immutable strict
  as 'textout';
create function bases.by_value_recv(internal) returns bases.by_value language internal stable strict
  as 'textrecv';
create function bases.by_value_send(bases.by_value) returns bytea language internal stable strict
  as 'textsend';
create type bases.by_value (input = bases.by_value_in, output = bases.by_value_out,
  receive = bases.by_value_recv, send = bases.by_value_send, internallength = 4);
--- change
update pg_type set typbyval = true where oid = 'bases.by_value'::regtype;

--- alignment | bases.aligned
create type bases.aligned;
create function bases.aligned_in(cstring) returns bases.aligned language internal immutable strict
  as 'textin';
create function bases.aligned_out(bases.aligned) returns cstring language internal immutable strict
  as 'textout';
create function bases.aligned_recv(internal) returns bases.aligned language internal stable strict
  as 'textrecv';
create function bases.aligned_send(bases.aligned) returns bytea language internal stable strict
  as 'textsend';
create type bases.aligned (input = bases.aligned_in, output = bases.aligned_out,
  receive = bases.aligned_recv, send = bases.aligned_send);
--- change
update pg_type set typalign = 'd' where oid = 'bases.aligned'::regtype;

--- storage | bases.stored
create type bases.stored;
create function bases.stored_in(cstring) returns bases.stored language internal immutable strict
  as 'textin';
create function bases.stored_out(bases.stored) returns cstring language internal immutable strict
  as 'textout';
create function bases.stored_recv(internal) returns bases.stored language internal stable strict
  as 'textrecv';
create function bases.stored_send(bases.stored) returns bytea language internal stable strict
  as 'textsend';
create type bases.stored (input = bases.stored_in, output = bases.stored_out,
  receive = bases.stored_recv, send = bases.stored_send, storage = extended);
--- change
alter type bases.stored set (storage = main);

--- category | bases.categorized
create type bases.categorized;
create function bases.categorized_in(cstring) returns bases.categorized language internal immutable strict
  as 'textin';
create function bases.categorized_out(bases.categorized) returns cstring language internal immutable strict
  as 'textout';
create function bases.categorized_recv(internal) returns bases.categorized language internal stable strict
  as 'textrecv';
create function bases.categorized_send(bases.categorized) returns bytea language internal stable strict
  as 'textsend';
create type bases.categorized (input = bases.categorized_in, output = bases.categorized_out,
  receive = bases.categorized_recv, send = bases.categorized_send);
--- change
update pg_type set typcategory = 'X' where oid = 'bases.categorized'::regtype;

--- preferred | bases.preferred
create type bases.preferred;
create function bases.preferred_in(cstring) returns bases.preferred language internal immutable strict
  as 'textin';
create function bases.preferred_out(bases.preferred) returns cstring language internal immutable strict
  as 'textout';
create function bases.preferred_recv(internal) returns bases.preferred language internal stable strict
  as 'textrecv';
create function bases.preferred_send(bases.preferred) returns bytea language internal stable strict
  as 'textsend';
create type bases.preferred (input = bases.preferred_in, output = bases.preferred_out,
  receive = bases.preferred_recv, send = bases.preferred_send, category = 'Y');
--- change
update pg_type set typispreferred = true where oid = 'bases.preferred'::regtype;

--- default | bases.defaulted
create type bases.defaulted;
create function bases.defaulted_in(cstring) returns bases.defaulted language internal immutable strict
  as 'textin';
create function bases.defaulted_out(bases.defaulted) returns cstring language internal immutable strict
  as 'textout';
create function bases.defaulted_recv(internal) returns bases.defaulted language internal stable strict
  as 'textrecv';
create function bases.defaulted_send(bases.defaulted) returns bytea language internal stable strict
  as 'textsend';
create type bases.defaulted (input = bases.defaulted_in, output = bases.defaulted_out,
  receive = bases.defaulted_recv, send = bases.defaulted_send, default = 'a');
--- change
update pg_type set typdefault = 'b' where oid = 'bases.defaulted'::regtype;

--- element | bases.elements
create type bases.elements;
create function bases.elements_in(cstring) returns bases.elements language internal immutable strict
  as 'textin';
create function bases.elements_out(bases.elements) returns cstring language internal immutable strict
  as 'textout';
create function bases.elements_recv(internal) returns bases.elements language internal stable strict
  as 'textrecv';
create function bases.elements_send(bases.elements) returns bytea language internal stable strict
  as 'textsend';
create type bases.elements (input = bases.elements_in, output = bases.elements_out,
  receive = bases.elements_recv, send = bases.elements_send, internallength = 16, element = int, subscript = raw_array_subscript_handler);
--- change
update pg_type set typelem = 'bigint'::regtype where oid = 'bases.elements'::regtype;

--- delimiter | bases.delimited
create type bases.delimited;
create function bases.delimited_in(cstring) returns bases.delimited language internal immutable strict
  as 'textin';
create function bases.delimited_out(bases.delimited) returns cstring language internal immutable strict
  as 'textout';
create function bases.delimited_recv(internal) returns bases.delimited language internal stable strict
  as 'textrecv';
create function bases.delimited_send(bases.delimited) returns bytea language internal stable strict
  as 'textsend';
create type bases.delimited (input = bases.delimited_in, output = bases.delimited_out,
  receive = bases.delimited_recv, send = bases.delimited_send);
--- change
update pg_type set typdelim = ';' where oid = 'bases.delimited'::regtype;

--- collatable | bases.collatable
create type bases.collatable;
create function bases.collatable_in(cstring) returns bases.collatable language internal immutable strict
  as 'textin';
create function bases.collatable_out(bases.collatable) returns cstring language internal immutable strict
  as 'textout';
create function bases.collatable_recv(internal) returns bases.collatable language internal stable strict
  as 'textrecv';
create function bases.collatable_send(bases.collatable) returns bytea language internal stable strict
  as 'textsend';
create type bases.collatable (input = bases.collatable_in, output = bases.collatable_out,
  receive = bases.collatable_recv, send = bases.collatable_send);
--- change
update pg_type set typcollation = 100 where oid = 'bases.collatable'::regtype;

