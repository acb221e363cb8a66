--- prelude
create schema conversions;

--- missing | conversions.missing
create conversion conversions.missing for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
--- change
drop conversion conversions.missing;

--- exists | conversions.another
--- change
create conversion conversions.another for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;

--- for_encoding | conversions.for_encoding
create conversion conversions.for_encoding for 'LATIN2' to 'UTF8' from iso8859_to_utf8;
--- change
drop conversion conversions.for_encoding;
create conversion conversions.for_encoding for 'LATIN3' to 'UTF8' from iso8859_to_utf8;

--- to_encoding | conversions.to_encoding
create conversion conversions.to_encoding for 'UTF8' to 'LATIN2' from utf8_to_iso8859;
--- change
drop conversion conversions.to_encoding;
create conversion conversions.to_encoding for 'UTF8' to 'LATIN3' from utf8_to_iso8859;

--- function | conversions.function
create conversion conversions.function for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
--- change
update pg_conversion set conproc = 'utf8_to_iso8859'::regproc
where conname = 'function';

--- default | conversions.default_
create conversion conversions.default_ for 'UTF8' to 'LATIN5' from utf8_to_iso8859;
--- change
drop conversion conversions.default_;
create default conversion conversions.default_ for 'UTF8' to 'LATIN5' from utf8_to_iso8859;
