-- A field is gone, and its column with it.
ALTER TABLE account_role DROP COLUMN note;
