-- The table of the tests' entity, as a script of a feature would make it.
CREATE TABLE sample (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  hash CHAR(64) NOT NULL,
  fixed CHAR(64) NOT NULL,
  note VARCHAR(255),
  essay LONGTEXT,
  colour VARCHAR(16) NOT NULL DEFAULT 'RED',
  is_open BOOLEAN NOT NULL DEFAULT FALSE,
  age INT NOT NULL,
  height INT,
  version BIGINT NOT NULL DEFAULT 0,
  weight DOUBLE NOT NULL,
  price DECIMAL(10, 2),
  created_at DATETIME(6) NOT NULL,
  birthday DATE,
  token VARBINARY(32),
  parent_id BIGINT,
  UNIQUE KEY sample_name (name),
  CONSTRAINT sample_parent FOREIGN KEY (parent_id) REFERENCES sample (id) ON DELETE CASCADE
);
