CREATE TABLE kept (id integer);
-- Both name an operator that is still to come. It is linked to the first one.
CREATE OPERATOR === (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text, NEGATOR = !==);
CREATE OPERATOR <=> (FUNCTION = texteq, LEFTARG = text, RIGHTARG = text, NEGATOR = !==);
