-- Who has which roles; goes along with either.
CREATE TABLE account_userinfo_role (
  userinfo_id BIGINT NOT NULL,
  role_id BIGINT NOT NULL,
  PRIMARY KEY (userinfo_id, role_id),
  KEY account_userinfo_role_role (role_id),
  CONSTRAINT account_userinfo_role_userinfo FOREIGN KEY (userinfo_id) REFERENCES account_userinfo (id) ON DELETE CASCADE,
  CONSTRAINT account_userinfo_role_of FOREIGN KEY (role_id) REFERENCES account_role (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
