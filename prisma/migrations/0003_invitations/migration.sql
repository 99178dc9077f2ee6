-- The mails of one invitation or claim, found without reading the outbox (R27, R29).
CREATE INDEX email_subject_idx ON email (subject_id) WHERE subject_id IS NOT NULL;
