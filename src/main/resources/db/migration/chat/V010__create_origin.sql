-- One row: what every stream is called before anything was said in it, the same for all nodes. Written by the first that asks.
CREATE TABLE chat_origin (
  id INT NOT NULL PRIMARY KEY,
  epoch VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
);
