--- prelude
create schema collations;

--- missing | collations.missing
create collation collations.missing (locale = 'C');
--- change
drop collation collations.missing;

--- exists | collations.another
--- change
create collation collations.another (locale = 'C');

--- provider | collations.provider | since: 17
create collation collations.provider (provider = icu, locale = 'de');
--- change
update pg_collation set collprovider = 'b' where collname = 'provider';

--- lc_collate | collations.lc_collate
create collation collations.lc_collate (lc_collate = 'C', lc_ctype = 'C');
--- change
drop collation collations.lc_collate;
create collation collations.lc_collate (lc_collate = 'POSIX', lc_ctype = 'C');

--- lc_ctype | collations.lc_ctype
create collation collations.lc_ctype (lc_collate = 'C', lc_ctype = 'C');
--- change
drop collation collations.lc_ctype;
create collation collations.lc_ctype (lc_collate = 'C', lc_ctype = 'POSIX');

--- locale | collations.locale
create collation collations.locale (provider = icu, locale = 'de');
--- change
drop collation collations.locale;
create collation collations.locale (provider = icu, locale = 'fr');

--- deterministic | collations.deterministic
create collation collations.deterministic (provider = icu, locale = 'de');
--- change
drop collation collations.deterministic;
create collation collations.deterministic (provider = icu, locale = 'de', deterministic = false);

--- rules | collations.rules | since: 16
create collation collations.rules (provider = icu, locale = 'de', rules = '&a < b');
--- change
drop collation collations.rules;
create collation collations.rules (provider = icu, locale = 'de', rules = '&a < c');
