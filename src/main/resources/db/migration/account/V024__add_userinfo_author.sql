-- The author's id of the guest that a person was before; without one it is u_ and the person's id.
ALTER TABLE account_userinfo ADD COLUMN author_id VARCHAR(64) NULL;
