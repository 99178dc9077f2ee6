-- Written and never read, or read and never written: which mail carried a link, which link a fresh one replaces, and when a link was
-- revoked, which is asked of the recipient's access at each request (R30).
ALTER TABLE "status_link" DROP COLUMN "email_id", DROP COLUMN "revoked_at";
ALTER TABLE "email" DROP COLUMN "link_id";

-- What was done through a Status link is history through "email_link" (ADR 0041), and nothing enters history by itself: these two
-- were never written, so no entry is changed. The checks name the type, so they are written again after it.
ALTER TABLE "referral_event" DROP CONSTRAINT "referral_event_version_check", DROP CONSTRAINT "referral_event_move_check";
ALTER TYPE "EventKind" RENAME TO "EventKind_old";
ALTER TYPE "EventVia" RENAME TO "EventVia_old";
CREATE TYPE "EventKind" AS ENUM (
  'created', 'seen', 'status_changed', 'note_added', 'note_deleted', 'goal_added', 'goal_moved', 'goal_removed', 'forwarded', 'withdrawn'
);
CREATE TYPE "EventVia" AS ENUM ('dashboard', 'email_link', 'api', 'public_form');
-- One ALTER TABLE writes the table once.
ALTER TABLE "referral_event"
  ALTER COLUMN "kind" TYPE "EventKind" USING "kind"::text::"EventKind",
  ALTER COLUMN "via" TYPE "EventVia" USING "via"::text::"EventVia",
  ADD CONSTRAINT "referral_event_version_check" CHECK (("kind" = 'status_changed') = ("version" IS NOT NULL)),
  ADD CONSTRAINT "referral_event_move_check" CHECK (
    "kind" <> 'status_changed' OR ("from_status" IS NOT NULL AND "to_status" IS NOT NULL AND "from_status" <> "to_status")
  );
DROP TYPE "EventKind_old";
DROP TYPE "EventVia_old";

-- An account nobody ever confirmed is deleted when its address turns out to be somebody else's (ADR 0021): each table that names
-- accounts is asked for it, and would be read whole. With these, every reference to another row has an index.
CREATE INDEX "note_author_id_idx" ON "note"("author_id");
CREATE INDEX "goal_created_by_id_idx" ON "goal"("created_by_id");
CREATE INDEX "invitation_invited_by_id_idx" ON "invitation"("invited_by_id");
CREATE INDEX "claim_request_program_id_idx" ON "claim_request"("program_id");
CREATE INDEX "email_user_idx" ON "email" ("user_id") WHERE "user_id" IS NOT NULL;
CREATE INDEX "status_link_user_idx" ON "status_link" ("user_id") WHERE "user_id" IS NOT NULL;
