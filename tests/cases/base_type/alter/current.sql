CREATE TYPE txt;
CREATE FUNCTION txt_in(cstring) RETURNS txt LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION txt_out(txt) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE FUNCTION txt_send(txt) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'textsend';
CREATE TYPE txt (INPUT = txt_in, OUTPUT = txt_out, LIKE = text);
