-- A second table beside the first.
CREATE TABLE account_role (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(32) NOT NULL,
  code VARCHAR(64) NOT NULL,
  note VARCHAR(255) NULL
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
