--- prelude
create schema parsers;
create function parsers.start(internal, int) returns internal language internal as 'prsd_start';
create function parsers.token(internal, internal, internal) returns internal language internal
  as 'prsd_nexttoken';
create function parsers.finish(internal) returns void language internal as 'prsd_end';
create function parsers.types(internal) returns internal language internal as 'prsd_lextype';

--- missing | parsers.missing
create text search parser parsers.missing
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
--- change
drop text search parser parsers.missing;

--- exists | parsers.another
--- change
create text search parser parsers.another
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);

--- start | parsers.with_start
create text search parser parsers.with_start
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
--- change
update pg_ts_parser set prsstart = 'parsers.start'::regproc where prsname = 'with_start';

--- gettoken | parsers.with_gettoken
create text search parser parsers.with_gettoken
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
--- change
update pg_ts_parser set prstoken = 'parsers.token'::regproc where prsname = 'with_gettoken';

--- end | parsers.with_end
create text search parser parsers.with_end
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
--- change
update pg_ts_parser set prsend = 'parsers.finish'::regproc where prsname = 'with_end';

--- headline | parsers.with_headline
create text search parser parsers.with_headline
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
--- change
update pg_ts_parser set prsheadline = 'prsd_headline'::regproc where prsname = 'with_headline';

--- lextypes | parsers.with_lextypes
create text search parser parsers.with_lextypes
  (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
--- change
update pg_ts_parser set prslextype = 'parsers.types'::regproc where prsname = 'with_lextypes';

