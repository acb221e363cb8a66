-- changes_authorization: user mapping far.public: changes who may see or do what
DROP USER MAPPING FOR PUBLIC SERVER far;
