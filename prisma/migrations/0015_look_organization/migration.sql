-- Who looked, and from where, as two things, as history has them (R7, R15): a name may have a comma in it. What was written down
-- before stays as it is, in one line.
ALTER TABLE "access_log" ADD COLUMN "user_organization" TEXT;
