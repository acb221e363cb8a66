CREATE TABLE x (a integer, b varchar);
CREATE TABLE y (a integer, b varchar) INHERITS (x);
