-- changes_authorization: privileges of schema public for PUBLIC: changes who may see or do what
REVOKE USAGE ON SCHEMA public FROM PUBLIC;

COMMENT ON SCHEMA public IS '';
