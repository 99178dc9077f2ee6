-- A note is on a referral, on a Goal or on the profile itself, and only one on a referral has another side to be kept from (R19).
ALTER TABLE note
  ADD CONSTRAINT note_place_check CHECK (num_nonnulls(referral_id, goal_id) <= 1),
  ADD CONSTRAINT note_own_side_check CHECK (NOT own_side_only OR referral_id IS NOT NULL);

-- A Goal says what it is (R24).
ALTER TABLE goal ADD CONSTRAINT goal_title_check CHECK (btrim(title) <> '');

-- What a note says is never changed, and that it was there is never taken back: the one change there is takes its text, once, and
-- says who took it and when (R19). For notes kept to one side this row is the history (R6).
CREATE FUNCTION keep_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL
    AND to_jsonb(NEW) - ARRAY['body', 'deleted_at', 'deleted_by_name', 'deleted_by_organization']
      = to_jsonb(OLD) - ARRAY['body', 'deleted_at', 'deleted_by_name', 'deleted_by_organization']
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a note is never edited: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER note_kept BEFORE UPDATE OR DELETE ON note FOR EACH ROW EXECUTE FUNCTION keep_note();
CREATE TRIGGER note_kept_whole BEFORE TRUNCATE ON note FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
