CREATE UNIQUE INDEX account_role_code ON account_role (code);
