-- The class is gone, and its table with it.
DROP TABLE account_userinfo;
