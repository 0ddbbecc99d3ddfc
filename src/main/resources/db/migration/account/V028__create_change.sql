-- What happened to accounts, for all nodes to hear of; kept for an hour. Which of number and author has a value is the kind's.
CREATE TABLE account_change (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  noted_at BIGINT NOT NULL,
  kind VARCHAR(16) NOT NULL,
  number BIGINT NOT NULL,
  author VARCHAR(64) NOT NULL,
  KEY account_change_noted (noted_at)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
