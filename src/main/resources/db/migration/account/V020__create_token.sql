-- Tokens of the API. Of the secret its fingerprint only; scopes are permissions with spaces between them.
CREATE TABLE account_token (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  userinfo_id BIGINT NOT NULL,
  fingerprint VARCHAR(43) NOT NULL,
  name VARCHAR(64) NOT NULL,
  scopes VARCHAR(4000) NOT NULL,
  made DATETIME(6) NOT NULL,
  ends DATETIME(6) NOT NULL,
  used_at DATETIME(6) NULL,
  UNIQUE KEY account_token_fingerprint (fingerprint),
  KEY account_token_userinfo (userinfo_id),
  CONSTRAINT account_token_of FOREIGN KEY (userinfo_id) REFERENCES account_userinfo (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
