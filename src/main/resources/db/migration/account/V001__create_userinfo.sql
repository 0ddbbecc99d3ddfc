-- People, as the tutorial first has them. Text is compared byte by byte on every database.
CREATE TABLE account_userinfo (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(32) NOT NULL,
  password VARCHAR(64) NOT NULL,
  age INT NOT NULL
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
