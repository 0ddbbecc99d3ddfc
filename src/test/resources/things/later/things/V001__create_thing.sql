-- What every variant starts with.
CREATE TABLE thing (id INT NOT NULL);
