-- People among a million Seekers (R16, ADR 0110). These three tables hold nothing of their own: they say where to look, and what a
-- page shows is read through the actor's grants. Triggers keep them; person_rebuild() makes them anew.

-- A Seeker in the list of one audience: a maker, a Team or a Program, as the grants name them. What another audience sees is not in it (R13).
CREATE TABLE person_entry (
  seeker_id uuid NOT NULL,
  audience uuid NOT NULL,
  -- Seen by those who help; false: by a Program's Claimers (R11).
  helping boolean NOT NULL,
  archived boolean NOT NULL,
  last_activity timestamptz(3) NOT NULL,
  -- What is left to do: 1 in progress, 2 got help, 4 needs further action, 8 no longer interested.
  categories smallint NOT NULL,
  name_key text COLLATE "C" NOT NULL,
  -- When the form was sent whose name it is; null where it is the profile's.
  shared_at timestamptz(3),
  -- How the words one finds them by begin: a walk along the index passes by nearly all who do not fit.
  beginnings bigint NOT NULL,
  PRIMARY KEY (seeker_id, audience)
);
CREATE INDEX person_entry_activity_idx ON person_entry (audience, archived, last_activity DESC, seeker_id DESC) INCLUDE (beginnings);
CREATE INDEX person_entry_name_idx ON person_entry (audience, archived, name_key, seeker_id) INCLUDE (beginnings);

-- What the search box looks in: the profile, under the Seeker's own id, and what the forms of a Program shared, under the Program's (R11, R14).
CREATE TABLE person_text (
  seeker_id uuid NOT NULL,
  audience uuid NOT NULL,
  words text NOT NULL,
  tokens tsvector NOT NULL,
  beginnings bigint NOT NULL,
  PRIMARY KEY (seeker_id, audience)
);
CREATE INDEX person_text_tokens_idx ON person_text USING gin (tokens);
CREATE INDEX person_text_words_idx ON person_text USING gin (words gin_trgm_ops);

-- Every word of a name once: what a misspelt one may have meant.
CREATE TABLE person_word (word text COLLATE "C" PRIMARY KEY);
CREATE INDEX person_word_near_idx ON person_word USING gin (word gin_trgm_ops);

-- Punctuation parts words.
CREATE FUNCTION person_parted(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  parted text := btrim(translate(words, E'!"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~\t\n\r', repeat(' ', 35)));
BEGIN
  RETURN CASE WHEN position('  ' IN parted) > 0 THEN regexp_replace(parted, ' +', ' ', 'g') ELSE parted END;
END;
$$;

-- Lower case, no accents, no apostrophes, one blank between words: as `searchable` in domain/search-text.ts makes the question.
CREATE FUNCTION person_plain(words text) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
BEGIN
  IF words !~ '[^ -&(-~]' THEN RETURN person_parted(lower(words)); END IF;
  RETURN person_parted(regexp_replace(unaccent(normalize(lower(words), NFD)), '[''’‘`\u0300-\u036f]', '', 'g'));
END;
$$;

-- The same, what was written where that differs (scripts whose signs are no accents), and the digits of the phone number, which people
-- give whole, without the area, or as its last four.
CREATE FUNCTION person_search_words(first_name text, last_name text, email text, phone text) RETURNS text LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  said text := concat_ws(' ', first_name, last_name, email);
  digits text := regexp_replace(phone, '\D', '', 'g');
  ends text := CASE WHEN length(digits) >= 10 THEN concat_ws(' ', digits, right(digits, 10), right(digits, 7), right(digits, 4)) ELSE digits END;
BEGIN
  IF said !~ '[^ -&(-~]' THEN RETURN concat(' ', person_parted(lower(said)), ' ', ends, ' '); END IF;
  RETURN concat(' ', person_plain(said), ' ', person_parted(lower(said)), ' ', ends, ' ');
END;
$$;

-- One bit of 64 for each way a word begins: whoever lacks a bit of the question has no such word.
CREATE FUNCTION person_beginnings(words text[]) RETURNS bigint LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  bits bigint := 0;
  word text;
BEGIN
  FOREACH word IN ARRAY words LOOP
    IF length(word) >= 3 THEN bits := bits | (1::bigint << (hashtext(left(word, 3)) & 63)); END IF;
  END LOOP;
  RETURN bits;
END;
$$;

CREATE FUNCTION person_category(status "ReferralStatus") RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE WHEN status IS NULL THEN 0 WHEN status IN ('not_updated', 'needs_client_action', 'pending', 'eligible', 'referred_elsewhere') THEN 1
    WHEN status = 'got_help' THEN 2 WHEN status = 'no_longer_interested' THEN 8 ELSE 4 END)::smallint
$$;

CREATE VIEW person_entry_now AS
  SELECT a.seeker_id, a.audience, a.helping, a.helping AND k.archived_at IS NOT NULL AS archived, max(a.at)::timestamptz(3) AS last_activity,
    COALESCE(bit_or(person_category(a.status)), 0)::smallint AS categories,
    CASE WHEN a.helping THEN person_plain(concat_ws(' ', k.last_name, k.first_name))
      ELSE person_plain((array_agg(a.shared_name ORDER BY a.created_at DESC, a.id DESC))[1]) END COLLATE "C" AS name_key,
    CASE WHEN NOT a.helping THEN max(a.created_at) END::timestamptz(3) AS shared_at,
    COALESCE((SELECT t.beginnings FROM person_text t
      WHERE t.seeker_id = a.seeker_id AND t.audience = CASE WHEN a.helping THEN a.seeker_id ELSE a.audience END), 0) AS beginnings
  FROM (
    SELECT r.seeker_id, r.made_by_id AS audience, TRUE AS helping, GREATEST(r.status_changed_at, r.seen_at) AS at, r.status, r.created_at, r.id,
      NULL AS shared_name FROM referral r WHERE r.made_by_id IS NOT NULL
    UNION ALL SELECT r.seeker_id, rs.team_id, TRUE, GREATEST(r.status_changed_at, r.seen_at), r.status, r.created_at, r.id, NULL
      FROM referral r JOIN referral_share rs ON rs.referral_id = r.id
    UNION ALL SELECT r.seeker_id, r.program_id, FALSE, GREATEST(r.status_changed_at, r.seen_at), r.status, r.created_at, r.id,
      concat_ws(' ', r.shared_last_name, r.shared_first_name) FROM referral r
    UNION ALL SELECT s.id, s.made_by_id, TRUE, s.created_at, NULL, s.created_at, s.id, NULL FROM seeker s WHERE s.made_by_id IS NOT NULL
  ) a JOIN seeker k ON k.id = a.seeker_id
  GROUP BY a.seeker_id, a.audience, a.helping, k.id;

CREATE VIEW person_text_now AS
  SELECT w.seeker_id, w.audience, w.words, array_to_tsvector(w.tokens) AS tokens, person_beginnings(w.tokens) AS beginnings FROM (
  SELECT v.*, array_remove(string_to_array(v.words, ' '), '') AS tokens FROM (
  SELECT k.id AS seeker_id, k.id AS audience, person_search_words(k.first_name, k.last_name, k.email::text, k.phone) AS words FROM seeker k
  UNION ALL
  SELECT r.seeker_id, r.program_id, string_agg(CASE
      WHEN r.shared_preference = 'dont_reach_out' OR k.contact_preference = 'dont_reach_out'
      THEN person_search_words(r.shared_first_name, r.shared_last_name, NULL, NULL)
      ELSE person_search_words(r.shared_first_name, r.shared_last_name, r.shared_email::text, r.shared_phone) END, '' ORDER BY r.id)
  FROM referral r JOIN seeker k ON k.id = r.seeker_id GROUP BY r.seeker_id, r.program_id) v) w;

CREATE FUNCTION person_words_of(name text) RETURNS SETOF text LANGUAGE sql STABLE AS $$
  SELECT w FROM unnest(string_to_array(person_plain(name), ' ')) w WHERE length(w) BETWEEN 2 AND 60
$$;

-- The Seeker's row is held while their entries are made anew: two changes at once would each miss what the other wrote.
CREATE FUNCTION person_refresh(who uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM seeker WHERE id = who FOR NO KEY UPDATE;
  WITH now AS MATERIALIZED (SELECT * FROM person_entry_now n WHERE n.seeker_id = who),
    gone AS (DELETE FROM person_entry e WHERE e.seeker_id = who AND e.audience NOT IN (SELECT audience FROM now))
  INSERT INTO person_entry AS e SELECT * FROM now
  ON CONFLICT (seeker_id, audience) DO UPDATE SET helping = excluded.helping, archived = excluded.archived, last_activity = excluded.last_activity,
    categories = excluded.categories, name_key = excluded.name_key, shared_at = excluded.shared_at, beginnings = excluded.beginnings
    WHERE e.* IS DISTINCT FROM excluded.*;
END;
$$;

CREATE FUNCTION person_refresh_words(who uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH now AS MATERIALIZED (SELECT * FROM person_text_now n WHERE n.seeker_id = who),
    gone AS (DELETE FROM person_text t WHERE t.seeker_id = who AND t.audience NOT IN (SELECT audience FROM now))
  INSERT INTO person_text AS t SELECT * FROM now
  ON CONFLICT (seeker_id, audience) DO UPDATE SET words = excluded.words, tokens = excluded.tokens, beginnings = excluded.beginnings WHERE t.words <> excluded.words;
END;
$$;

CREATE FUNCTION person_learn(name text) RETURNS void LANGUAGE sql AS $$
  INSERT INTO person_word SELECT DISTINCT w FROM person_words_of(name) w ORDER BY w ON CONFLICT DO NOTHING
$$;

CREATE FUNCTION person_referral_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.seeker_id <> NEW.seeker_id) THEN
    PERFORM person_refresh_words(OLD.seeker_id), person_refresh(OLD.seeker_id);
  END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND (OLD.seeker_id, OLD.program_id, OLD.shared_first_name, OLD.shared_last_name, OLD.shared_email,
      OLD.shared_phone, OLD.shared_preference) IS DISTINCT FROM (NEW.seeker_id, NEW.program_id, NEW.shared_first_name, NEW.shared_last_name,
      NEW.shared_email, NEW.shared_phone, NEW.shared_preference)) THEN
    PERFORM person_refresh_words(NEW.seeker_id), person_learn(concat_ws(' ', NEW.shared_first_name, NEW.shared_last_name));
  END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM person_refresh(NEW.seeker_id); END IF;
  RETURN NULL;
END;
$$;

CREATE FUNCTION person_share_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM person_refresh(r.seeker_id) FROM referral r WHERE r.id = COALESCE(NEW.referral_id, OLD.referral_id);
  RETURN NULL;
END;
$$;

CREATE FUNCTION person_profile_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM person_entry WHERE seeker_id = OLD.id;
    DELETE FROM person_text WHERE seeker_id = OLD.id;
    RETURN NULL;
  END IF;
  PERFORM person_refresh_words(NEW.id), person_refresh(NEW.id), person_learn(concat_ws(' ', NEW.first_name, NEW.last_name));
  RETURN NULL;
END;
$$;

CREATE TRIGGER referral_person AFTER INSERT OR DELETE OR UPDATE OF seeker_id, program_id, made_by_id, status, status_changed_at, seen_at,
  shared_first_name, shared_last_name, shared_email, shared_phone, shared_preference ON referral
  FOR EACH ROW EXECUTE FUNCTION person_referral_changed();
CREATE TRIGGER referral_share_person AFTER INSERT OR DELETE ON referral_share FOR EACH ROW EXECUTE FUNCTION person_share_changed();
CREATE TRIGGER seeker_person AFTER INSERT OR DELETE OR UPDATE OF first_name, last_name, email, phone, made_by_id, archived_at, contact_preference
  ON seeker FOR EACH ROW EXECUTE FUNCTION person_profile_changed();

-- Everything anew, for an install that has people already.
CREATE FUNCTION person_rebuild() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM person_entry;
  DELETE FROM person_text;
  INSERT INTO person_text SELECT * FROM person_text_now;
  INSERT INTO person_entry SELECT * FROM person_entry_now;
  INSERT INTO person_word
    SELECT DISTINCT w FROM (SELECT DISTINCT first_name AS name FROM seeker UNION SELECT last_name FROM seeker
      UNION SELECT shared_first_name FROM referral UNION SELECT shared_last_name FROM referral) n, person_words_of(n.name) w
    ON CONFLICT DO NOTHING;
END;
$$;
SELECT person_rebuild();

-- Who has these words, and who has these letters anywhere in them: of the lists of patterns one, and of that all. Only the index is
-- asked, whatever the planner thinks of a word it has never seen, and no more than so many are read.
CREATE FUNCTION person_hits(asked tsquery, most int) RETURNS TABLE (seeker_id uuid, audience uuid) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
BEGIN
  RETURN QUERY SELECT t.seeker_id, t.audience FROM person_text t WHERE t.tokens @@ asked LIMIT most;
END;
$$;

CREATE FUNCTION person_hits_within(lists jsonb, most int) RETURNS TABLE (seeker_id uuid, audience uuid) LANGUAGE plpgsql STABLE
  SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT t.seeker_id, t.audience FROM person_text t WHERE ' || (
    SELECT string_agg((SELECT string_agg(format('t.words LIKE %L', p), ' AND ') FROM jsonb_array_elements_text(l) p), ' OR ')
    FROM jsonb_array_elements(lists) l) || ' LIMIT ' || most;
END;
$$;
