-- Where somebody is signed in (S-15), and ending all of it at once: found by account, among everybody's sessions.
CREATE INDEX session_user_idx ON session ((sess #>> '{passport,user,userId}'));
