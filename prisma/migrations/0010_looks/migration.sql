-- A Site's "Who has looked", newest first, over everybody its Workers help (R15).
CREATE INDEX access_log_created_idx ON access_log (created_at DESC, id DESC);
