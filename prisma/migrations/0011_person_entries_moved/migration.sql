-- A status update is the most frequent change by far, and of a person's entries it moves two columns of those who see that referral:
-- only these are written, and the Seeker's row is held only where what is left to do is another, which their other referrals have a say in.
CREATE FUNCTION person_referral_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  at timestamptz(3) := GREATEST(NEW.status_changed_at, NEW.seen_at);
  audiences uuid[] := ARRAY[NEW.made_by_id, NEW.program_id] || ARRAY(SELECT team_id FROM referral_share WHERE referral_id = NEW.id);
BEGIN
  IF at < GREATEST(OLD.status_changed_at, OLD.seen_at) THEN
    PERFORM person_refresh(NEW.seeker_id);
  ELSIF person_category(NEW.status) = person_category(OLD.status) THEN
    UPDATE person_entry SET last_activity = at WHERE seeker_id = NEW.seeker_id AND audience = ANY(audiences) AND last_activity < at;
  ELSE
    PERFORM FROM seeker WHERE id = NEW.seeker_id FOR NO KEY UPDATE;
    UPDATE person_entry e SET last_activity = GREATEST(e.last_activity, at), categories = (
      SELECT bit_or(person_category(r.status)) FROM referral r WHERE r.seeker_id = e.seeker_id AND CASE WHEN e.helping
        THEN r.made_by_id = e.audience OR EXISTS (SELECT FROM referral_share rs WHERE rs.referral_id = r.id AND rs.team_id = e.audience)
        ELSE r.program_id = e.audience END)
    WHERE e.seeker_id = NEW.seeker_id AND e.audience = ANY(audiences);
  END IF;
  RETURN NULL;
END;
$$;

DROP TRIGGER referral_person ON referral;
CREATE TRIGGER referral_person AFTER INSERT OR DELETE OR UPDATE OF seeker_id, program_id, made_by_id,
  shared_first_name, shared_last_name, shared_email, shared_phone, shared_preference ON referral
  FOR EACH ROW EXECUTE FUNCTION person_referral_changed();
CREATE TRIGGER referral_person_moved AFTER UPDATE OF status, status_changed_at, seen_at ON referral
  FOR EACH ROW EXECUTE FUNCTION person_referral_moved();
