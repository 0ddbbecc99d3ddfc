-- Whom a group's moderators keep from writing or from coming in.
CREATE TABLE chat_restriction (
  group_id BIGINT NOT NULL,
  author_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind VARCHAR(4) NOT NULL,
  until_millis BIGINT,
  PRIMARY KEY (group_id, author_id)
);
