-- Links that work once; of their secrets the SHA-256 only. Times in milliseconds since 1970.
CREATE TABLE account_link (
  fingerprint VARCHAR(43) NOT NULL PRIMARY KEY,
  purpose VARCHAR(16) NOT NULL,
  userinfo_id BIGINT NULL,
  ends_at BIGINT NOT NULL,
  spent_at BIGINT NULL,
  KEY account_link_userinfo (userinfo_id),
  KEY account_link_ends (ends_at),
  CONSTRAINT account_link_of FOREIGN KEY (userinfo_id) REFERENCES account_userinfo (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
