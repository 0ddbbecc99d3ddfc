-- The first statement works, the second does not.
CREATE TABLE thing_two (id INT NOT NULL);
ALTER TABLE no_such_table ADD COLUMN x INT;
