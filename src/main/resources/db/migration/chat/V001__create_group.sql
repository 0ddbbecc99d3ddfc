-- Groups in which somebody has spoken. Names are compared byte by byte on every database.
CREATE TABLE chat_group (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  created_at DATETIME(6) NOT NULL,
  last_active_at DATETIME(6) NOT NULL,
  UNIQUE KEY chat_group_name (name),
  KEY chat_group_last_active (last_active_at)
);
