-- Edited after it was applied.
CREATE TABLE thing (id BIGINT NOT NULL);
