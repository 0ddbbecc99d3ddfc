-- What who is in a group. RANK is a word of SQL.
CREATE TABLE chat_member (
  group_id BIGINT NOT NULL,
  author_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  member_rank VARCHAR(9) NOT NULL,
  PRIMARY KEY (group_id, author_id)
);
