CREATE TABLE x (a integer, b text);
CREATE TABLE y (a integer, b text);
