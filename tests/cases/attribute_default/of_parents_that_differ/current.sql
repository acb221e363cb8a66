CREATE TABLE one (a integer, b text DEFAULT 'one');
CREATE TABLE two (a integer, b text DEFAULT 'two');
