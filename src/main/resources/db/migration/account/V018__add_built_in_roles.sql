-- The roles that are always there. One that has such a code already stays as it is called.
INSERT INTO account_role (name, code) SELECT '访客', 'guest' FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM account_role WHERE code = 'guest');
INSERT INTO account_role (name, code) SELECT '用户', 'user' FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM account_role WHERE code = 'user');
INSERT INTO account_role (name, code) SELECT '管理员', 'administrator' FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM account_role WHERE code = 'administrator');
