-- changes_authorization: user mapping far.public: changes who may see or do what
ALTER USER MAPPING FOR PUBLIC SERVER far OPTIONS (ADD schema 'x', SET "user" 'reader');
