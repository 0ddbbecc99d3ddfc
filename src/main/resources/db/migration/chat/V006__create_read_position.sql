-- How far people said they have read.
CREATE TABLE chat_read_position (
  group_id BIGINT NOT NULL,
  author_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  pos BIGINT NOT NULL,
  PRIMARY KEY (group_id, author_id)
);
