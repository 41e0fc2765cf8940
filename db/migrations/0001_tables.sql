CREATE TABLE "area" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"root" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"latitude" double precision,
	"longitude" double precision,
	"note" text,
	CONSTRAINT "area_root" CHECK ("area"."root" in ('england', 'demonstration'))
);
--> statement-breakpoint
ALTER TABLE "area" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "area_membership" (
	"child_code" text NOT NULL,
	"parent_code" text NOT NULL,
	"weight" double precision NOT NULL,
	"basis" text NOT NULL,
	"valid_from" date,
	"valid_to" date,
	"source_id" text,
	CONSTRAINT "area_membership_child_code_parent_code_pk" PRIMARY KEY("child_code","parent_code"),
	CONSTRAINT "area_membership_weight" CHECK ("area_membership"."weight" > 0 and "area_membership"."weight" <= 1),
	CONSTRAINT "area_membership_basis" CHECK ("area_membership"."basis" in ('official', 'best_fit', 'indicative'))
);
--> statement-breakpoint
ALTER TABLE "area_membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "area_successor" (
	"from_code" text NOT NULL,
	"to_code" text NOT NULL,
	"on_date" date NOT NULL,
	"weight" double precision NOT NULL,
	"source_id" text,
	CONSTRAINT "area_successor_from_code_to_code_pk" PRIMARY KEY("from_code","to_code")
);
--> statement-breakpoint
ALTER TABLE "area_successor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_kind" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence_source" (
	"id" text PRIMARY KEY NOT NULL,
	"sort" integer NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence_source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evidence_theme" (
	"id" text PRIMARY KEY NOT NULL,
	"sort" integer NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "evidence_theme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lever" (
	"id" text PRIMARY KEY NOT NULL,
	"sort" integer NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lever" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recommendation" (
	"id" text PRIMARY KEY NOT NULL,
	"sort" integer NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "recommendation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"group" text NOT NULL,
	"unit" text NOT NULL,
	"decimals" integer NOT NULL,
	"polarity" text NOT NULL,
	"display" text NOT NULL,
	"definition" text NOT NULL,
	"numerator" text NOT NULL,
	"denominator" text NOT NULL,
	"method" text NOT NULL,
	"interval_method" text NOT NULL,
	"caveat" text NOT NULL,
	"breakdown_kind" text NOT NULL,
	"load_hint" text NOT NULL,
	"sort" integer NOT NULL,
	CONSTRAINT "indicator_polarity" CHECK ("indicator"."polarity" in ('high_good', 'low_good', 'no_judgement')),
	CONSTRAINT "indicator_display" CHECK ("indicator"."display" in ('profile', 'catalogue'))
);
--> statement-breakpoint
ALTER TABLE "indicator" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "observation" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "observation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"indicator_id" text NOT NULL,
	"area_code" text NOT NULL,
	"release_id" text NOT NULL,
	"period_label" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"breakdown" text DEFAULT 'all' NOT NULL,
	"numerator" double precision,
	"denominator" double precision,
	"value" double precision,
	"status" text NOT NULL,
	"provenance" text NOT NULL,
	"note" text,
	CONSTRAINT "observation_key" UNIQUE("indicator_id","area_code","period_end","breakdown","release_id"),
	CONSTRAINT "observation_period" CHECK ("observation"."period_start" <= "observation"."period_end"),
	CONSTRAINT "observation_status" CHECK ("observation"."status" in ('value', 'suppressed', 'not_applicable')),
	CONSTRAINT "observation_value" CHECK (("observation"."status" = 'value') = ("observation"."value" is not null)),
	CONSTRAINT "observation_provenance" CHECK ("observation"."provenance" in ('published', 'derived', 'modelled', 'demonstration'))
);
--> statement-breakpoint
ALTER TABLE "observation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "published_pack" (
	"sha256" text PRIMARY KEY NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "published_pack" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "release" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text NOT NULL,
	"title" text NOT NULL,
	"published_on" date,
	"status" text DEFAULT 'published' NOT NULL,
	"supersedes" text,
	"sha256" text,
	"note" text,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_status" CHECK ("release"."status" in ('published', 'superseded', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"publisher" text NOT NULL,
	"url" text,
	"licence" text NOT NULL,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "briefing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"area_code" text NOT NULL,
	"title" text NOT NULL,
	"document" jsonb NOT NULL,
	"run_id" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "briefing" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "note" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"area_code" text NOT NULL,
	"body" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scenario" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"area_code" text NOT NULL,
	"name" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "scenario" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scenario_result" (
	"run_id" text PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "scenario_result" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scenario_run" (
	"id" text PRIMARY KEY NOT NULL,
	"scenario_id" uuid NOT NULL,
	"area_code" text NOT NULL,
	"receipt" jsonb NOT NULL,
	"catalogue" jsonb NOT NULL,
	"engine_version" text NOT NULL,
	"seed" integer NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "scenario_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "app_user_email_unique" UNIQUE("email"),
	CONSTRAINT "app_user_email" CHECK ("app_user"."email" = lower("app_user"."email"))
);
--> statement-breakpoint
ALTER TABLE "app_user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "role_grant" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"scope" text NOT NULL,
	CONSTRAINT "role_grant_key" UNIQUE("user_id","role","scope"),
	CONSTRAINT "role_grant_role" CHECK ("role_grant"."role" in ('deanery', 'school', 'commissioner', 'analyst', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "role_grant" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "area_membership" ADD CONSTRAINT "area_membership_child_code_area_code_fk" FOREIGN KEY ("child_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_membership" ADD CONSTRAINT "area_membership_parent_code_area_code_fk" FOREIGN KEY ("parent_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_successor" ADD CONSTRAINT "area_successor_from_code_area_code_fk" FOREIGN KEY ("from_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_successor" ADD CONSTRAINT "area_successor_to_code_area_code_fk" FOREIGN KEY ("to_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing" ADD CONSTRAINT "briefing_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing" ADD CONSTRAINT "briefing_run_id_scenario_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."scenario_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "briefing" ADD CONSTRAINT "briefing_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario" ADD CONSTRAINT "scenario_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_result" ADD CONSTRAINT "scenario_result_run_id_scenario_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."scenario_run"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_result" ADD CONSTRAINT "scenario_result_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_scenario_id_scenario_id_fk" FOREIGN KEY ("scenario_id") REFERENCES "public"."scenario"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "area_type" ON "area" USING btree ("root","type");--> statement-breakpoint
CREATE INDEX "area_membership_parent" ON "area_membership" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX "observation_area" ON "observation" USING btree ("area_code","indicator_id");--> statement-breakpoint
CREATE INDEX "briefing_author" ON "briefing" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "note_area" ON "note" USING btree ("area_code");--> statement-breakpoint
CREATE INDEX "scenario_area" ON "scenario" USING btree ("area_code");--> statement-breakpoint
CREATE INDEX "scenario_run_scenario" ON "scenario_run" USING btree ("scenario_id");--> statement-breakpoint
CREATE INDEX "role_grant_user" ON "role_grant" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "area_read" ON "area" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "area_publish" ON "area" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "area_membership_read" ON "area_membership" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "area_membership_publish" ON "area_membership" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "area_successor_read" ON "area_successor" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "area_successor_publish" ON "area_successor" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_event_read" ON "audit_event" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select stead_has_role('admin')));--> statement-breakpoint
CREATE POLICY "audit_event_add" ON "audit_event" AS PERMISSIVE FOR INSERT TO "stead_app" WITH CHECK ("audit_event"."actor_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "audit_event_sign_in" ON "audit_event" AS PERMISSIVE FOR INSERT TO "stead_auth" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_event_set_up" ON "audit_event" AS PERMISSIVE FOR INSERT TO "stead_publisher" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "evidence_source_read" ON "evidence_source" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "evidence_source_publish" ON "evidence_source" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "evidence_theme_read" ON "evidence_theme" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "evidence_theme_publish" ON "evidence_theme" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "lever_read" ON "lever" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "lever_publish" ON "lever" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "recommendation_read" ON "recommendation" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "recommendation_publish" ON "recommendation" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "indicator_read" ON "indicator" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "indicator_publish" ON "indicator" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "observation_read" ON "observation" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "observation_publish" ON "observation" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "published_pack_read" ON "published_pack" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "published_pack_publish" ON "published_pack" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "release_read" ON "release" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "release_publish" ON "release" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "source_read" ON "source" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "source_publish" ON "source" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "briefing_own" ON "briefing" AS PERMISSIVE FOR ALL TO "stead_app" USING ("briefing"."created_by" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ("briefing"."created_by" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "briefing_region" ON "briefing" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("briefing"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "note_scope" ON "note" AS PERMISSIVE FOR ALL TO "stead_app" USING ("note"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery')) WITH CHECK ("note"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "scenario_scope" ON "scenario" AS PERMISSIVE FOR ALL TO "stead_app" USING ("scenario"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery')) WITH CHECK ("scenario"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "scenario_result_read" ON "scenario_result" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("scenario_result"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "scenario_result_add" ON "scenario_result" AS PERMISSIVE FOR INSERT TO "stead_app" WITH CHECK ("scenario_result"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "scenario_run_read" ON "scenario_run" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("scenario_run"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "scenario_run_add" ON "scenario_run" AS PERMISSIVE FOR INSERT TO "stead_app" WITH CHECK ("scenario_run"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "app_user_self" ON "app_user" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("app_user"."id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "app_user_admin" ON "app_user" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select stead_has_role('admin')));--> statement-breakpoint
CREATE POLICY "app_user_sign_in" ON "app_user" AS PERMISSIVE FOR SELECT TO "stead_auth" USING (true);--> statement-breakpoint
CREATE POLICY "app_user_set_up" ON "app_user" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "role_grant_self" ON "role_grant" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("role_grant"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "role_grant_admin" ON "role_grant" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select stead_has_role('admin')));--> statement-breakpoint
CREATE POLICY "role_grant_set_up" ON "role_grant" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);