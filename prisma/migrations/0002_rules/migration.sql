-- What schema.prisma cannot say: written by hand, each rule with the line marked "SQL:" there.

-- attack: an address with a blank, a comma or a second @ can add a recipient to a message (S-70).
ALTER TABLE user_account ADD CONSTRAINT user_account_email_check CHECK (email::text ~ '^[^\s@,;<>"]+@[^\s@,;<>"]+$');

-- A Team is a Group of a Site or the Claimers of a Program, never both and never neither.
ALTER TABLE team ADD CONSTRAINT team_kind_check CHECK (num_nonnulls(site_id, program_id) = 1);

ALTER TABLE program_location ADD CONSTRAINT program_location_position_check CHECK (
  (latitude IS NULL AND longitude IS NULL)
  OR (latitude IS NOT NULL AND longitude IS NOT NULL AND latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)
);

ALTER TABLE referral ADD CONSTRAINT referral_version_check CHECK (version >= 1);

-- The badge of Inbound Referrals: how many are still "Not updated" (R20).
CREATE INDEX referral_not_updated_idx ON referral (program_id) WHERE status = 'not_updated';

-- One history entry for each status move, even when two people press at the same moment (R5, R6).
CREATE UNIQUE INDEX referral_event_version_key ON referral_event (referral_id, version) WHERE version IS NOT NULL;

ALTER TABLE referral_event
  ADD CONSTRAINT referral_event_version_check CHECK ((kind = 'status_changed') = (version IS NOT NULL)),
  ADD CONSTRAINT referral_event_move_check CHECK (
    kind <> 'status_changed' OR (from_status IS NOT NULL AND to_status IS NOT NULL AND from_status <> to_status)
  );

-- History and the access log are written once (R6, R15). The app's role has no right to change them either; this refuses the owner too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER referral_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON referral_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An invitation is to a Site's admins or to a Team, and nobody is asked twice at once (R27).
ALTER TABLE invitation ADD CONSTRAINT invitation_place_check CHECK (num_nonnulls(site_id, team_id) = 1);
CREATE UNIQUE INDEX invitation_open_key ON invitation (email, COALESCE(site_id, team_id)) WHERE accepted_at IS NULL AND revoked_at IS NULL;

-- One question at a time whether somebody works at a Program (R27).
CREATE UNIQUE INDEX claim_request_pending_key ON claim_request (program_id, user_id) WHERE state = 'pending';

-- What is deleted of a note is its text (R19); only a note on a referral can be the Program's.
ALTER TABLE note
  ADD CONSTRAINT note_body_check CHECK ((body IS NULL) = (deleted_at IS NOT NULL)),
  ADD CONSTRAINT note_side_check CHECK (side = 'referring' OR referral_id IS NOT NULL);
