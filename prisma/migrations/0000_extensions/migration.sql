-- Addresses compare without regard to case (citext), text is searched by parts of words (pg_trgm) and without accents (unaccent).
-- All three may be installed by a database's owner; no superuser is needed.
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
