-- Who has something to read in their next digest (R28): most entries are in one already.
CREATE INDEX digest_entry_waiting_idx ON digest_entry (user_id, created_at) WHERE email_id IS NULL;

-- Referrals that nobody has updated, by when they were made: what reminders look for.
CREATE INDEX referral_waiting_idx ON referral (created_at) WHERE status = 'not_updated' AND withdrawn_at IS NULL;

-- What of a referral is told in digests is shown on it, as all its mail (R29).
CREATE INDEX digest_entry_referral_idx ON digest_entry (referral_id);
