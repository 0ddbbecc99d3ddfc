-- Of those who were deleted before there was this table nothing is known any more.
INSERT INTO account_claimed_author (author_id) SELECT author_id FROM account_userinfo WHERE author_id IS NOT NULL;
