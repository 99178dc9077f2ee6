-- CreateEnum
CREATE TYPE "NotificationSetting" AS ENUM ('at_once', 'daily_digest', 'never');

-- CreateEnum
CREATE TYPE "TeamRole" AS ENUM ('member', 'admin');

-- CreateEnum
CREATE TYPE "ContactPreference" AS ENUM ('email', 'text', 'phone', 'dont_reach_out');

-- CreateEnum
CREATE TYPE "ReferralStatus" AS ENUM ('not_updated', 'needs_client_action', 'pending', 'eligible', 'referred_elsewhere', 'got_help', 'couldnt_contact', 'not_eligible', 'no_capacity', 'couldnt_get_help', 'no_longer_interested');

-- CreateEnum
CREATE TYPE "ReferralSource" AS ENUM ('navigator', 'self', 'program');

-- CreateEnum
CREATE TYPE "EventKind" AS ENUM ('created', 'seen', 'status_changed', 'note_added', 'note_deleted', 'goal_added', 'goal_moved', 'goal_removed', 'link_used', 'forwarded', 'withdrawn');

-- CreateEnum
CREATE TYPE "EventVia" AS ENUM ('dashboard', 'email_link', 'api', 'public_form', 'system');

-- CreateEnum
CREATE TYPE "EmailKind" AS ENUM ('referral_received', 'referral_made', 'status_changed', 'confirm_email', 'account_exists', 'fresh_link', 'invitation', 'claim_requested', 'claim_approved', 'claim_refused', 'password_reset', 'password_changed', 'sign_in_link', 'confirm_new_email', 'email_changed', 'digest', 'reminder', 'no_answer', 'referral_withdrawn');

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('pending', 'approved', 'refused');

-- CreateEnum
CREATE TYPE "NoteSide" AS ENUM ('referring', 'program');

-- CreateEnum
CREATE TYPE "EmailState" AS ENUM ('queued', 'sending', 'sent', 'failed', 'suppressed');

-- CreateEnum
CREATE TYPE "LinkRecipient" AS ENUM ('seeker', 'claimer');

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "deactivated_at" TIMESTAMPTZ(3),
    "operator" BOOLEAN NOT NULL DEFAULT false,
    "time_zone" TEXT,
    "digest_at" TIMESTAMPTZ(3),
    "notifications" "NotificationSetting" NOT NULL DEFAULT 'at_once',
    "language" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_token" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "new_email" CITEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_admin" (
    "site_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_admin_pkey" PRIMARY KEY ("site_id","user_id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "site_id" UUID,
    "program_id" UUID,
    "team_navigation" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "role" "TeamRole" NOT NULL DEFAULT 'member',
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "site_id" UUID,
    "team_id" UUID,
    "role" "TeamRole" NOT NULL DEFAULT 'member',
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "invited_by_name" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_request" (
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "state" "ClaimState" NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_name" TEXT,
    "reason" TEXT,

    CONSTRAINT "claim_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "url" TEXT,
    "email" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "url" TEXT,
    "referral_email" CITEXT,
    "eligibility" TEXT,
    "application_process" TEXT,
    "fees" TEXT,
    "documents" TEXT,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "service_areas" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "accepting_referrals" BOOLEAN NOT NULL DEFAULT true,
    "accepting_note" TEXT,
    "late_after_days" INTEGER NOT NULL DEFAULT 5,
    "search_text" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program_location" (
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT,
    "address" TEXT,
    "city" TEXT,
    "state" TEXT,
    "zip" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "at_zip" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "program_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program_phone" (
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "extension" TEXT,
    "kind" TEXT,
    "label" TEXT,

    CONSTRAINT "program_phone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program_schedule" (
    "id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "weekday" INTEGER,
    "opens_at" TEXT,
    "closes_at" TEXT,
    "description" TEXT,

    CONSTRAINT "program_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program_category" (
    "program_id" UUID NOT NULL,
    "category_id" UUID NOT NULL,

    CONSTRAINT "program_category_pkey" PRIMARY KEY ("program_id","category_id")
);

-- CreateTable
CREATE TABLE "zip" (
    "zip" CHAR(5) NOT NULL,
    "latitude" DOUBLE PRECISION NOT NULL,
    "longitude" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "zip_pkey" PRIMARY KEY ("zip")
);

-- CreateTable
CREATE TABLE "seeker" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "made_by_id" UUID,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" CITEXT,
    "phone" TEXT,
    "zip" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "contact_preference" "ContactPreference" NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "archived_by_name" TEXT,
    "changed_by_name" TEXT,
    "changed_by_organization" TEXT,
    "changed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seeker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "seeker_id" UUID NOT NULL,
    "program_id" UUID NOT NULL,
    "made_by_id" UUID,
    "source" "ReferralSource" NOT NULL,
    "status" "ReferralStatus" NOT NULL DEFAULT 'not_updated',
    "version" INTEGER NOT NULL DEFAULT 1,
    "comment" TEXT NOT NULL DEFAULT '',
    "maker_name" TEXT NOT NULL,
    "maker_organization" TEXT,
    "shared_first_name" TEXT NOT NULL,
    "shared_last_name" TEXT NOT NULL,
    "shared_email" CITEXT,
    "shared_phone" TEXT,
    "shared_zip" TEXT,
    "shared_language" TEXT NOT NULL,
    "shared_preference" "ContactPreference" NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "status_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "goal_id" UUID,
    "forwarded_from_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_share" (
    "referral_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "referral_share_pkey" PRIMARY KEY ("referral_id","team_id")
);

-- CreateTable
CREATE TABLE "referral_event" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "referral_id" UUID NOT NULL,
    "kind" "EventKind" NOT NULL,
    "from_status" "ReferralStatus",
    "to_status" "ReferralStatus",
    "reason" TEXT,
    "via" "EventVia" NOT NULL,
    "version" INTEGER,
    "actor_user_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_organization" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "referral_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "seeker_id" UUID NOT NULL,
    "referral_id" UUID,
    "goal_id" UUID,
    "body" TEXT,
    "side" "NoteSide" NOT NULL,
    "own_side_only" BOOLEAN NOT NULL DEFAULT false,
    "shared_team_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "author_organization" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted_at" TIMESTAMPTZ(3),
    "deleted_by_name" TEXT,
    "deleted_by_organization" TEXT,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goal" (
    "id" UUID NOT NULL,
    "seeker_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "completed_at" TIMESTAMPTZ(3),
    "shared_team_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_by_organization" TEXT,
    "changed_by_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "goal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "text_version" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "given_how" TEXT NOT NULL,
    "taken_by_id" UUID,
    "taken_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "status_link" (
    "id" UUID NOT NULL,
    "public_id" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "referral_id" UUID NOT NULL,
    "recipient" "LinkRecipient" NOT NULL,
    "user_id" UUID,
    "email" CITEXT NOT NULL,
    "email_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "reissued_at" TIMESTAMPTZ(3),
    "first_seen_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "status_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "email" (
    "id" UUID NOT NULL,
    "kind" "EmailKind" NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "state" "EmailState" NOT NULL DEFAULT 'queued',
    "to_address" CITEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "referral_id" UUID,
    "user_id" UUID,
    "party" TEXT,
    "event_id" UUID,
    "link_id" UUID,
    "subject_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_entry" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "email_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "digest_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dev_mail" (
    "id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dev_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_log" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "user_name" TEXT NOT NULL,
    "seeker_id" UUID NOT NULL,
    "referral_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "access_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "location" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "session" (
    "sid" TEXT NOT NULL,
    "sess" JSON NOT NULL,
    "expire" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_email_key" ON "user_account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_token_token_hash_key" ON "account_token"("token_hash");

-- CreateIndex
CREATE INDEX "account_token_user_id_idx" ON "account_token"("user_id");

-- CreateIndex
CREATE INDEX "site_admin_user_id_idx" ON "site_admin"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_program_id_key" ON "team"("program_id");

-- CreateIndex
CREATE INDEX "team_site_id_idx" ON "team"("site_id");

-- CreateIndex
CREATE INDEX "membership_team_id_idx" ON "membership"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_user_id_team_id_key" ON "membership"("user_id", "team_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_team_id_idx" ON "invitation"("team_id");

-- CreateIndex
CREATE INDEX "invitation_site_id_idx" ON "invitation"("site_id");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "claim_request_state_created_at_idx" ON "claim_request"("state", "created_at");

-- CreateIndex
CREATE INDEX "claim_request_user_id_idx" ON "claim_request"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "organization_source_source_id_key" ON "organization"("source", "source_id");

-- CreateIndex
CREATE INDEX "program_organization_id_idx" ON "program"("organization_id");

-- CreateIndex
CREATE INDEX "program_search_text_idx" ON "program" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "program_source_source_id_key" ON "program"("source", "source_id");

-- CreateIndex
CREATE INDEX "program_location_program_id_idx" ON "program_location"("program_id");

-- CreateIndex
CREATE INDEX "program_phone_program_id_idx" ON "program_phone"("program_id");

-- CreateIndex
CREATE INDEX "program_schedule_program_id_idx" ON "program_schedule"("program_id");

-- CreateIndex
CREATE UNIQUE INDEX "category_slug_key" ON "category"("slug");

-- CreateIndex
CREATE INDEX "program_category_category_id_idx" ON "program_category"("category_id");

-- CreateIndex
CREATE INDEX "seeker_user_id_idx" ON "seeker"("user_id");

-- CreateIndex
CREATE INDEX "seeker_made_by_id_idx" ON "seeker"("made_by_id");

-- CreateIndex
CREATE INDEX "seeker_email_idx" ON "seeker"("email");

-- CreateIndex
CREATE INDEX "referral_goal_id_idx" ON "referral"("goal_id");

-- CreateIndex
CREATE INDEX "referral_forwarded_from_id_idx" ON "referral"("forwarded_from_id");

-- CreateIndex
CREATE INDEX "referral_seeker_id_idx" ON "referral"("seeker_id");

-- CreateIndex
CREATE INDEX "referral_made_by_id_idx" ON "referral"("made_by_id");

-- CreateIndex
CREATE INDEX "referral_program_id_created_at_id_idx" ON "referral"("program_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "referral_program_id_status_created_at_id_idx" ON "referral"("program_id", "status", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "referral_share_team_id_idx" ON "referral_share"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "referral_event_sequence_key" ON "referral_event"("sequence");

-- CreateIndex
CREATE INDEX "referral_event_referral_id_sequence_idx" ON "referral_event"("referral_id", "sequence" DESC);

-- CreateIndex
CREATE INDEX "note_seeker_id_created_at_idx" ON "note"("seeker_id", "created_at");

-- CreateIndex
CREATE INDEX "note_referral_id_created_at_idx" ON "note"("referral_id", "created_at");

-- CreateIndex
CREATE INDEX "note_goal_id_idx" ON "note"("goal_id");

-- CreateIndex
CREATE INDEX "goal_seeker_id_idx" ON "goal"("seeker_id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_referral_id_key" ON "consent"("referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_link_public_id_key" ON "status_link"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "status_link_token_hash_key" ON "status_link"("token_hash");

-- CreateIndex
CREATE INDEX "status_link_referral_id_idx" ON "status_link"("referral_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_dedupe_key_key" ON "email"("dedupe_key");

-- CreateIndex
CREATE INDEX "email_referral_id_idx" ON "email"("referral_id");

-- CreateIndex
CREATE INDEX "email_state_created_at_idx" ON "email"("state", "created_at");

-- CreateIndex
CREATE INDEX "digest_entry_email_id_idx" ON "digest_entry"("email_id");

-- CreateIndex
CREATE UNIQUE INDEX "digest_entry_user_id_event_id_key" ON "digest_entry"("user_id", "event_id");

-- CreateIndex
CREATE INDEX "dev_mail_sent_at_idx" ON "dev_mail"("sent_at");

-- CreateIndex
CREATE INDEX "access_log_seeker_id_created_at_idx" ON "access_log"("seeker_id", "created_at");

-- CreateIndex
CREATE INDEX "access_log_referral_id_idx" ON "access_log"("referral_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "session_expire_idx" ON "session"("expire");

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_admin" ADD CONSTRAINT "site_admin_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_admin" ADD CONSTRAINT "site_admin_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_request" ADD CONSTRAINT "claim_request_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_request" ADD CONSTRAINT "claim_request_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_location" ADD CONSTRAINT "program_location_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_phone" ADD CONSTRAINT "program_phone_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_schedule" ADD CONSTRAINT "program_schedule_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_category" ADD CONSTRAINT "program_category_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "program_category" ADD CONSTRAINT "program_category_category_id_fkey" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seeker" ADD CONSTRAINT "seeker_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seeker" ADD CONSTRAINT "seeker_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_seeker_id_fkey" FOREIGN KEY ("seeker_id") REFERENCES "seeker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_forwarded_from_id_fkey" FOREIGN KEY ("forwarded_from_id") REFERENCES "referral"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_share" ADD CONSTRAINT "referral_share_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_share" ADD CONSTRAINT "referral_share_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_event" ADD CONSTRAINT "referral_event_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_seeker_id_fkey" FOREIGN KEY ("seeker_id") REFERENCES "seeker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_goal_id_fkey" FOREIGN KEY ("goal_id") REFERENCES "goal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_seeker_id_fkey" FOREIGN KEY ("seeker_id") REFERENCES "seeker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "goal" ADD CONSTRAINT "goal_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_link" ADD CONSTRAINT "status_link_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "status_link" ADD CONSTRAINT "status_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email" ADD CONSTRAINT "email_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "email" ADD CONSTRAINT "email_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "digest_entry" ADD CONSTRAINT "digest_entry_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_seeker_id_fkey" FOREIGN KEY ("seeker_id") REFERENCES "seeker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE SET NULL ON UPDATE CASCADE;
