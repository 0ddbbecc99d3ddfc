-- Comes last.
CREATE TABLE thing_three (id INT NOT NULL);
