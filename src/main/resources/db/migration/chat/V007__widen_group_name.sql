-- Still 100 characters: H2 counts those outside the basic plane, such as rare Chinese ones, twice.
ALTER TABLE chat_group MODIFY COLUMN name VARCHAR(200) NOT NULL COLLATE utf8mb4_bin;
