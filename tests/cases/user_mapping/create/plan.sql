-- changes_authorization: user mapping far: changes who may see or do what
CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS ("user" 'me');

-- changes_authorization: user mapping far.pg_monitor: changes who may see or do what
CREATE USER MAPPING FOR pg_monitor SERVER far;

-- changes_authorization: user mapping far.public: changes who may see or do what
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'guest');
