CREATE TABLE "pathway_baseline" (
	"data_hash" text PRIMARY KEY NOT NULL,
	"root" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pathway_baseline_root" CHECK ("pathway_baseline"."root" in ('england', 'demonstration'))
);
--> statement-breakpoint
ALTER TABLE "pathway_baseline" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "run_comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" text NOT NULL,
	"area_code" text NOT NULL,
	"body" text NOT NULL,
	"created_by" uuid NOT NULL,
	"author_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "run_comment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "run_submission" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"run_id" text NOT NULL,
	"area_code" text NOT NULL,
	"title" text NOT NULL,
	"message" text NOT NULL,
	"recipient_id" uuid NOT NULL,
	"recipient_name" text NOT NULL,
	"created_by" uuid NOT NULL,
	"sender_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "run_submission" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "scenario" ADD COLUMN "kind" text DEFAULT 'round' NOT NULL;--> statement-breakpoint
ALTER TABLE "scenario" ADD COLUMN "frozen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scenario_run" ADD COLUMN "kind" text DEFAULT 'round' NOT NULL;--> statement-breakpoint
ALTER TABLE "scenario_run" ADD COLUMN "data_hash" text;--> statement-breakpoint
ALTER TABLE "run_comment" ADD CONSTRAINT "run_comment_run_id_scenario_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."scenario_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_comment" ADD CONSTRAINT "run_comment_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_comment" ADD CONSTRAINT "run_comment_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_submission" ADD CONSTRAINT "run_submission_run_id_scenario_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."scenario_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_submission" ADD CONSTRAINT "run_submission_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_submission" ADD CONSTRAINT "run_submission_recipient_id_app_user_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_submission" ADD CONSTRAINT "run_submission_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "run_comment_run" ON "run_comment" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "run_submission_run" ON "run_submission" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "run_submission_recipient" ON "run_submission" USING btree ("recipient_id");--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_data_hash_pathway_baseline_data_hash_fk" FOREIGN KEY ("data_hash") REFERENCES "public"."pathway_baseline"("data_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_kind" CHECK ("scenario"."kind" in ('round', 'pathway'));--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_kind" CHECK ("scenario_run"."kind" in ('round', 'pathway'));--> statement-breakpoint
CREATE POLICY "scenario_result_sent" ON "scenario_result" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("scenario_result"."run_id" in (select run_id from run_submission where recipient_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and revoked_at is null));--> statement-breakpoint
CREATE POLICY "scenario_run_sent" ON "scenario_run" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("scenario_run"."id" in (select run_id from run_submission where recipient_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and revoked_at is null));--> statement-breakpoint
CREATE POLICY "pathway_baseline_read" ON "pathway_baseline" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select stead_has_role('deanery')));--> statement-breakpoint
CREATE POLICY "pathway_baseline_add" ON "pathway_baseline" AS PERMISSIVE FOR INSERT TO "stead_app" WITH CHECK ((select stead_has_role('deanery')));--> statement-breakpoint
CREATE POLICY "pathway_baseline_demonstration" ON "pathway_baseline" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("pathway_baseline"."root" = 'demonstration') WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "run_comment_demonstration" ON "run_comment" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("run_comment"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "run_comment_read" ON "run_comment" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("run_comment"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery') or "run_comment"."run_id" in (select run_id from run_submission where recipient_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and revoked_at is null));--> statement-breakpoint
CREATE POLICY "run_comment_add" ON "run_comment" AS PERMISSIVE FOR INSERT TO "stead_app" WITH CHECK ("run_comment"."created_by" = (select nullif(current_setting('app.user_id', true), '')::uuid) and ("run_comment"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery') or "run_comment"."run_id" in (select run_id from run_submission where recipient_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and revoked_at is null)));--> statement-breakpoint
CREATE POLICY "run_comment_remove" ON "run_comment" AS PERMISSIVE FOR UPDATE TO "stead_app" USING ("run_comment"."created_by" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ("run_comment"."created_by" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "run_submission_demonstration" ON "run_submission" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("run_submission"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "run_submission_scope" ON "run_submission" AS PERMISSIVE FOR ALL TO "stead_app" USING ("run_submission"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery')) WITH CHECK ("run_submission"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "run_submission_received" ON "run_submission" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("run_submission"."recipient_id" = (select nullif(current_setting('app.user_id', true), '')::uuid) and "run_submission"."revoked_at" is null);--> statement-breakpoint
ALTER TABLE "pathway_baseline" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_submission" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_comment" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "pathway_baseline", "run_submission", "run_comment" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT ON "pathway_baseline", "run_submission", "run_comment" TO stead_app;--> statement-breakpoint
GRANT UPDATE (revoked_at) ON "run_submission" TO stead_app;--> statement-breakpoint
GRANT UPDATE (removed_at) ON "run_comment" TO stead_app;--> statement-breakpoint
GRANT UPDATE (frozen_at) ON "scenario" TO stead_app;--> statement-breakpoint
GRANT SELECT, DELETE ON "pathway_baseline", "run_submission", "run_comment" TO stead_publisher;--> statement-breakpoint
CREATE OR REPLACE FUNCTION stead_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND (
    to_jsonb(OLD) ->> 'root' = 'demonstration'
    OR EXISTS (SELECT 1 FROM area WHERE code = to_jsonb(OLD) ->> 'area_code' AND root = 'demonstration')
    OR EXISTS (SELECT 1 FROM release WHERE id = to_jsonb(OLD) ->> 'release_id' AND source_id LIKE 'demonstration-%')
  ) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% rows are immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER pathway_baseline_immutable BEFORE UPDATE OR DELETE ON "pathway_baseline"
  FOR EACH ROW EXECUTE FUNCTION stead_refuse_change();--> statement-breakpoint
-- A manager sends a run to somebody whose address they know; nobody can list accounts by it.
CREATE FUNCTION stead_person(wanted text) RETURNS TABLE (id uuid, name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT stead_has_role('deanery') THEN RETURN; END IF;
  RETURN QUERY SELECT u.id, u.name FROM public.app_user u WHERE u.email = lower(wanted) AND u.active;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION stead_person(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION stead_person(text) TO stead_app;--> statement-breakpoint
-- stead_person runs as the owner, whom FORCE would otherwise hide the accounts from.
CREATE POLICY app_user_owner ON app_user FOR SELECT TO CURRENT_USER USING (true);
