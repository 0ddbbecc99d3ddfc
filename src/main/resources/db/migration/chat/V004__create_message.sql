-- What happened in the groups, an event a row. Without a foreign key: it would be looked up for each row of each commit.
CREATE TABLE chat_message (
  group_id BIGINT NOT NULL,
  pos BIGINT NOT NULL,
  kind VARCHAR(9) NOT NULL,
  at_millis BIGINT NOT NULL,
  author_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  author_name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  pub_key VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  digest VARBINARY(16),
  target BIGINT,
  state VARCHAR(7) NOT NULL,
  body MEDIUMTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  retired_at BIGINT,
  PRIMARY KEY (group_id, pos),
  UNIQUE KEY chat_message_key (group_id, author_id, pub_key)
);
