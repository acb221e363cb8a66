CREATE TABLE orders (id bigint NOT NULL, city text NOT NULL);
CREATE ACCESS METHOD own_tree TYPE INDEX HANDLER bthandler;
CREATE OPERATOR FAMILY whole_numbers USING own_tree;
CREATE OPERATOR CLASS whole_numbers DEFAULT FOR TYPE bigint USING own_tree FAMILY whole_numbers AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
    FUNCTION 1 btint8cmp(bigint, bigint);
