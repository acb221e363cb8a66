-- form: ALTER DATABASE SET of another
-- unmanaged: statement ALTER DATABASE
ALTER DATABASE template1 SET work_mem = '8MB';
ALTER DATABASE template1 RESET work_mem;
ALTER DATABASE template1 RESET ALL;
-- form: ALTER DATABASE SET, RESET
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET work_mem = 8192', current_database());
  EXECUTE format('ALTER DATABASE %I SET search_path TO public, "Odd"', current_catalog);
  EXECUTE 'ALTER DATABASE ' || quote_ident(current_database()) || ' SET TimeZone TO ''UTC''';
  EXECUTE format('ALTER DATABASE %I SET app.tenant TO %L', current_database(), 'it''s');
  EXECUTE format('ALTER DATABASE %I SET geqo = on', current_database());
  EXECUTE format('ALTER DATABASE %I RESET geqo', current_database());
  EXECUTE format('ALTER DATABASE %I SET work_mem TO DEFAULT', current_database());
END $$;
-- form: ALTER DATABASE RESET ALL
DO $$ BEGIN
  EXECUTE format('ALTER DATABASE %I SET geqo = on', current_database());
  EXECUTE format('ALTER ROLE anna IN DATABASE %I SET geqo = off', current_database());
  EXECUTE format('ALTER DATABASE %I RESET ALL', current_database());
END $$;
-- form: ALTER DATABASE of another
-- unmanaged: statement ALTER DATABASE
ALTER DATABASE template1 CONNECTION LIMIT 100;
ALTER DATABASE template1 WITH CONNECTION LIMIT -1 ALLOW_CONNECTIONS true IS_TEMPLATE = true;
-- form: ALTER ROLE IN DATABASE SET of another
-- unmanaged: statement ALTER
ALTER ROLE anna IN DATABASE postgres SET work_mem = '8MB';
ALTER USER anna IN DATABASE postgres RESET ALL;
-- form: ALTER ROLE IN DATABASE SET
DO $$ BEGIN
  EXECUTE format('ALTER ROLE anna IN DATABASE %I SET work_mem = ''8MB''', current_database());
  EXECUTE format('ALTER USER bert IN DATABASE %I SET search_path = public', current_database());
  EXECUTE format('ALTER USER bert IN DATABASE %I RESET ALL', current_database());
  EXECUTE format('ALTER ROLE ALL IN DATABASE %I SET geqo = off', current_database());
END $$;
-- form: ALTER ROLE SET | RESET
ALTER ROLE anna SET work_mem = '8MB';
ALTER ROLE anna RESET work_mem;
ALTER ROLE anna RESET ALL;
ALTER ROLE ALL SET geqo = on;
ALTER ROLE ALL RESET geqo;
ALTER USER ALL SET geqo = off;
ALTER USER ALL RESET ALL;
ALTER USER anna SET geqo = off;
ALTER USER anna RESET ALL;
-- form: CREATE ROLE, USER, GROUP
-- unmanaged: statement
CREATE ROLE forms_a WITH SUPERUSER NOCREATEDB CREATEROLE INHERIT NOLOGIN NOREPLICATION BYPASSRLS CONNECTION LIMIT 3 PASSWORD NULL VALID UNTIL '2030-01-01' IN ROLE anna ROLE bert ADMIN carl;
CREATE USER forms_b PASSWORD 'x' IN GROUP anna USER carl;
CREATE GROUP forms_c SYSID 5;
ALTER GROUP forms_c ADD USER anna;
ALTER GROUP forms_c DROP USER anna;
ALTER GROUP forms_c RENAME TO forms_d;
ALTER USER forms_b RENAME TO forms_e;
ALTER ROLE forms_e WITH PASSWORD NULL;
ALTER USER forms_e WITH ENCRYPTED PASSWORD 'y';
DROP USER IF EXISTS forms_none;
DROP USER forms_e;
CREATE GROUP forms_f;
DROP GROUP forms_f;
DROP GROUP IF EXISTS forms_d;
DROP ROLE IF EXISTS forms_a, forms_none;
-- form: GRANT role TO role
-- unmanaged: statement
GRANT bert TO anna WITH ADMIN OPTION;
REVOKE ADMIN OPTION FOR bert FROM anna CASCADE;
REVOKE bert FROM anna GRANTED BY CURRENT_USER;
-- form: GRANT role WITH options
-- since: 16
-- unmanaged: statement
GRANT bert TO anna WITH INHERIT TRUE, SET FALSE;
REVOKE bert FROM anna;
-- form: ALTER SYSTEM
-- unmanaged: statement ALTER SYSTEM
ALTER SYSTEM SET work_mem = '8MB';
ALTER SYSTEM RESET work_mem;
ALTER SYSTEM RESET ALL;
-- form: CREATE DATABASE, DROP DATABASE
-- unmanaged: statement
CREATE DATABASE forms_database TEMPLATE template0 ENCODING 'UTF8' LOCALE = 'C' OWNER anna;
ALTER DATABASE forms_database RENAME TO forms_other;
ALTER DATABASE forms_other OWNER TO bert;
ALTER DATABASE forms_other SET TABLESPACE fast;
DROP DATABASE IF EXISTS forms_other WITH (FORCE);
CREATE DATABASE forms_database;
DROP DATABASE forms_database;
CREATE DATABASE forms_database WITH TEMPLATE = DEFAULT TABLESPACE fast;
DROP DATABASE IF EXISTS forms_database;
CREATE DATABASE forms_database CONNECTION LIMIT = 3;
DROP DATABASE forms_database WITH (FORCE, FORCE);
-- form: ALTER DATABASE REFRESH COLLATION VERSION
-- since: 15
-- unmanaged: statement ALTER DATABASE
ALTER DATABASE template1 REFRESH COLLATION VERSION;
-- form: ALTER TABLESPACE
-- unmanaged: statement ALTER TABLESPACE
ALTER TABLESPACE fast SET (seq_page_cost = 2);
ALTER TABLESPACE fast RESET (seq_page_cost);
ALTER TABLESPACE fast RENAME TO slow;
ALTER TABLESPACE slow RENAME TO fast;
ALTER TABLESPACE fast OWNER TO SESSION_USER;
-- form: ALTER LARGE OBJECT
-- unmanaged: 
SELECT lo_create(4713);
ALTER LARGE OBJECT 4713 OWNER TO anna;
-- form: ALTER ROLE UNENCRYPTED PASSWORD
-- refused: not any more
ALTER ROLE anna UNENCRYPTED PASSWORD 'x';
-- form: CREATE DATABASE LOCATION, which means nothing any more
-- unmanaged: statement
CREATE DATABASE forms_database LOCATION = 'x';
DROP DATABASE forms_database;
-- form: CREATE TABLESPACE, DROP TABLESPACE
-- refused by circumstances: the directory isn't there
CREATE TABLESPACE forms_space OWNER anna LOCATION '/nonexistent/forms' WITH (seq_page_cost = 2);
-- form: CREATE TABLESPACE, DROP TABLESPACE of the server
-- since: 15
-- unmanaged: statement
SET allow_in_place_tablespaces = on;
CREATE TABLESPACE forms_space OWNER anna LOCATION '' WITH (seq_page_cost = 2);
DROP TABLESPACE forms_space;
CREATE TABLESPACE forms_space LOCATION '';
DROP TABLESPACE IF EXISTS forms_space;
