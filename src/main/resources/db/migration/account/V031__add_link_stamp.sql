-- What whoever the link is for was when it was made; it works as long as that is the same. Links from before work no more.
ALTER TABLE account_link ADD COLUMN stamp VARCHAR(43) NOT NULL DEFAULT '';
