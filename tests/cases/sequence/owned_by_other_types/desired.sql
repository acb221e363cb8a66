CREATE DOMAIN counter AS integer;
CREATE TABLE book (codes integer[], relation regclass, price numeric, number counter);
CREATE SEQUENCE codes_seq OWNED BY book.codes;
CREATE SEQUENCE relation_seq OWNED BY book.relation;
CREATE SEQUENCE price_seq OWNED BY book.price;
CREATE SEQUENCE number_seq OWNED BY book.number;
