-- Still 100 characters: H2 counts those outside the basic plane, such as rare Chinese ones, twice.
ALTER TABLE chat_group MODIFY COLUMN name VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
