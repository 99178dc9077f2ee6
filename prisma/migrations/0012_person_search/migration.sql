-- How many have each of these words, by a look at some sixty pages: whether the index or the list finds them sooner is decided by it.
CREATE FUNCTION person_shares(asked tsquery[]) RETURNS TABLE (share real, rows real) LANGUAGE plpgsql STABLE AS $$
DECLARE
  percent real := LEAST(100, 100 * 60 / GREATEST(pg_relation_size('person_text') / 8192.0, 1));
BEGIN
  RETURN QUERY WITH sample AS MATERIALIZED (SELECT t.tokens FROM person_text t TABLESAMPLE SYSTEM (percent) REPEATABLE (1))
    SELECT (count(*) FILTER (WHERE s.tokens @@ a.words) / count(*)::real)::real, (count(*) * 100 / percent)::real
    FROM unnest(asked) WITH ORDINALITY a (words, place), sample s GROUP BY a.place ORDER BY a.place;
END;
$$;

-- Profiles apart from what forms shared: whoever claims no Program is never told of the latter, and need not read past them.
DROP INDEX person_text_tokens_idx;
DROP INDEX person_text_words_idx;
CREATE INDEX person_text_profile_tokens_idx ON person_text USING gin (tokens) WHERE audience = seeker_id;
CREATE INDEX person_text_form_tokens_idx ON person_text USING gin (tokens) WHERE audience <> seeker_id;
CREATE INDEX person_text_profile_words_idx ON person_text USING gin (words gin_trgm_ops) WHERE audience = seeker_id;
CREATE INDEX person_text_form_words_idx ON person_text USING gin (words gin_trgm_ops) WHERE audience <> seeker_id;

-- As before, but the index is asked for some of the words alone, and what it points to for all of them: in a CASE a condition is nothing
-- the index could be asked for.
DROP FUNCTION person_hits(tsquery, int);
CREATE FUNCTION person_hits(some_words tsquery, all_words tsquery, profiles boolean, most int) RETURNS TABLE (seeker_id uuid, audience uuid)
  LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
BEGIN
  RETURN QUERY SELECT t.seeker_id, t.audience FROM person_text t WHERE t.audience = t.seeker_id AND t.tokens @@ some_words
      AND CASE WHEN t.tokens @@ all_words THEN TRUE ELSE FALSE END
    UNION ALL SELECT t.seeker_id, t.audience FROM person_text t WHERE NOT profiles AND t.audience <> t.seeker_id AND t.tokens @@ some_words
      AND CASE WHEN t.tokens @@ all_words THEN TRUE ELSE FALSE END
    LIMIT most;
END;
$$;

DROP FUNCTION person_hits_within(jsonb, int);
CREATE FUNCTION person_hits_within(lists jsonb, profiles boolean, most int) RETURNS TABLE (seeker_id uuid, audience uuid)
  LANGUAGE plpgsql STABLE SET enable_seqscan = off SET enable_indexscan = off SET enable_indexonlyscan = off AS $$
DECLARE
  fits text := (SELECT string_agg((SELECT string_agg(format('t.words LIKE %L', p), ' AND ') FROM jsonb_array_elements_text(l) p), ' OR ')
    FROM jsonb_array_elements(lists) l);
BEGIN
  RETURN QUERY EXECUTE format('SELECT t.seeker_id, t.audience FROM person_text t WHERE t.audience = t.seeker_id AND (%1$s)
    UNION ALL SELECT t.seeker_id, t.audience FROM person_text t WHERE NOT $1 AND t.audience <> t.seeker_id AND (%1$s) LIMIT %2$s', fits, most) USING profiles;
END;
$$;
