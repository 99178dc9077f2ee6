-- Who closed an account decides who may open it again (R27).
ALTER TABLE "user_account" ADD COLUMN "closed_by_operator" BOOLEAN NOT NULL DEFAULT false;

-- Opening a Status link changes nothing (R26), and what was done through one is in history: these were never written.
ALTER TABLE "status_link" DROP COLUMN "first_seen_at", DROP COLUMN "used_at";

-- Expired ones are looked for every minute.
CREATE INDEX "account_token_expires_at_idx" ON "account_token"("expires_at");
