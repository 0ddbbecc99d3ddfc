-- Passwords become hashes, which are longer.
ALTER TABLE account_userinfo MODIFY COLUMN password VARCHAR(255) NOT NULL;
