-- Whoever is deleted is taken out of all groups.
CREATE INDEX chat_member_author ON chat_member (author_id);
