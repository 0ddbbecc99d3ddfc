-- How a group is set up. A title of 100 characters may take twice as many units of UTF-16.
ALTER TABLE chat_group ADD COLUMN (
  title VARCHAR(200) DEFAULT '' NOT NULL COLLATE utf8mb4_bin,
  durable BOOLEAN NOT NULL DEFAULT TRUE,
  readers VARCHAR(10) NOT NULL DEFAULT 'EVERYONE',
  writers VARCHAR(10) NOT NULL DEFAULT 'EVERYONE',
  slow_seconds INT NOT NULL DEFAULT 0,
  keep_messages INT NOT NULL DEFAULT 0,
  keep_seconds BIGINT NOT NULL DEFAULT 0
);
