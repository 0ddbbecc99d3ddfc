-- Grows with each change, so that nobody overwrites what they have not seen.
ALTER TABLE account_userinfo ADD COLUMN version INT NOT NULL DEFAULT 0;
