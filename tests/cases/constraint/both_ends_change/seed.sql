INSERT INTO folder VALUES ('1', NULL), ('2', '1');
INSERT INTO document VALUES (1, '2');
INSERT INTO account VALUES (1);
INSERT INTO login VALUES (1);
