-- What they may at first: whoever comes talks and sees what roles there are, whoever signed in makes groups and tokens and is
-- in groups what those say.
INSERT INTO account_role_permission (role_id, permission) SELECT id, 'message.view' FROM account_role WHERE code = 'guest';
INSERT INTO account_role_permission (role_id, permission) SELECT id, 'message.add' FROM account_role WHERE code = 'guest';
INSERT INTO account_role_permission (role_id, permission) SELECT id, 'message.change' FROM account_role WHERE code = 'guest';
INSERT INTO account_role_permission (role_id, permission) SELECT id, 'message.delete' FROM account_role WHERE code = 'guest';
INSERT INTO account_role_permission (role_id, permission) SELECT id, 'role.view' FROM account_role WHERE code = 'guest';
INSERT INTO account_role_permission (role_id, permission) SELECT id, 'group.add' FROM account_role WHERE code = 'user';
INSERT INTO account_role_permission (role_id, permission) SELECT id, 'group.rank' FROM account_role WHERE code = 'user';
INSERT INTO account_role_permission (role_id, permission) SELECT id, 'token.add' FROM account_role WHERE code = 'user';
INSERT INTO account_role_permission (role_id, permission) SELECT id, '*' FROM account_role WHERE code = 'administrator';
