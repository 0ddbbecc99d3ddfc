-- Still 32 characters: H2 counts those outside the basic plane, such as emoji, twice.
ALTER TABLE account_userinfo MODIFY COLUMN name VARCHAR(64) NOT NULL;
