-- The authors' ids of all guests who ever became users. Nothing is ever taken out: whoever has such a guest's token stays nobody when
-- the user is gone.
CREATE TABLE account_claimed_author (
  author_id VARCHAR(64) NOT NULL PRIMARY KEY
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
