-- What whoever has a role may do: codes that the features name.
CREATE TABLE account_role_permission (
  role_id BIGINT NOT NULL,
  permission VARCHAR(64) NOT NULL,
  PRIMARY KEY (role_id, permission),
  CONSTRAINT account_role_permission_of FOREIGN KEY (role_id) REFERENCES account_role (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
