-- Browsers that somebody is signed in with; of their secrets the SHA-256 only. Times in milliseconds since 1970. A secret that was
-- replaced opens for a moment more (previous, renewed_at); what the session's permissions were when it got its secret is in granted.
CREATE TABLE account_session (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  fingerprint VARCHAR(43) NOT NULL,
  previous VARCHAR(43) NULL,
  renewed_at BIGINT NOT NULL,
  granted VARCHAR(43) NOT NULL,
  userinfo_id BIGINT NOT NULL,
  began_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  remembered BOOLEAN NOT NULL,
  address VARCHAR(64) NOT NULL,
  agent VARCHAR(400) NOT NULL,
  UNIQUE KEY account_session_fingerprint (fingerprint),
  UNIQUE KEY account_session_previous (previous),
  KEY account_session_userinfo (userinfo_id),
  KEY account_session_ends (ends_at),
  KEY account_session_seen (remembered, seen_at),
  CONSTRAINT account_session_of FOREIGN KEY (userinfo_id) REFERENCES account_userinfo (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
