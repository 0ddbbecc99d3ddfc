-- A group's stream: which life of it, the offset of its latest event, and up to which offset events are no longer kept.
ALTER TABLE chat_group ADD COLUMN (
  epoch VARCHAR(36) DEFAULT '0' NOT NULL COLLATE utf8mb4_bin,
  head BIGINT NOT NULL DEFAULT 0,
  kept_after BIGINT NOT NULL DEFAULT 0
);
