-- Comes between.
CREATE TABLE thing_two (id INT NOT NULL);
