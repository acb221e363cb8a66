CREATE TABLE one (a integer, b text DEFAULT 'one');
CREATE TABLE two (a integer, b text DEFAULT 'two');
CREATE TABLE neither (b text DEFAULT NULL) INHERITS (one, two);
CREATE TABLE its_own (b text DEFAULT 'own') INHERITS (one, two);
CREATE TABLE third (a integer GENERATED ALWAYS AS IDENTITY, b text);
CREATE TABLE fourth (a integer DEFAULT 4, b text);
CREATE TABLE identity (a integer DEFAULT NULL) INHERITS (third, fourth);
ALTER TABLE identity ALTER a SET NOT NULL, ALTER a ADD GENERATED ALWAYS AS IDENTITY;
