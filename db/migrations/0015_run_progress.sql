-- Shared by a whole PostgreSQL cluster, like the other three roles. On PostgreSQL it also owns the queue's schema.
DO $$ BEGIN CREATE ROLE stead_worker NOLOGIN NOINHERIT;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
WHEN insufficient_privilege THEN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'stead_worker') THEN RAISE; END IF;
END $$;--> statement-breakpoint
DO $$ BEGIN
  GRANT stead_worker TO CURRENT_USER;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO stead_worker;--> statement-breakpoint
CREATE TABLE "run_part" (
	"run_id" text NOT NULL,
	"area_code" text NOT NULL,
	"from_draw" integer NOT NULL,
	"to_draw" integer NOT NULL,
	"baseline" "bytea" NOT NULL,
	"option" "bytea" NOT NULL,
	CONSTRAINT "run_part_run_id_from_draw_pk" PRIMARY KEY("run_id","from_draw"),
	CONSTRAINT "run_part_draws" CHECK ("run_part"."from_draw" >= 0 and "run_part"."to_draw" > "run_part"."from_draw")
);
--> statement-breakpoint
ALTER TABLE "run_part" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "run_progress" (
	"run_id" text PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"heartbeat_at" timestamp with time zone DEFAULT now() NOT NULL,
	"interruptions" integer DEFAULT 0 NOT NULL,
	"failure" text,
	CONSTRAINT "run_progress_state" CHECK ("run_progress"."state" in ('queued', 'running', 'interrupted', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "run_progress" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_part" ADD CONSTRAINT "run_part_of_area" FOREIGN KEY ("run_id","area_code") REFERENCES "public"."scenario_run"("id","area_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_progress" ADD CONSTRAINT "run_progress_asked_by_app_user_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_progress" ADD CONSTRAINT "run_progress_of_area" FOREIGN KEY ("run_id","area_code") REFERENCES "public"."scenario_run"("id","area_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "run_part_scope" ON "run_part" AS PERMISSIVE FOR ALL TO "stead_app" USING ("run_part"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery')) WITH CHECK ("run_part"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "run_part_demonstration" ON "run_part" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("run_part"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "run_progress_scope" ON "run_progress" AS PERMISSIVE FOR ALL TO "stead_app" USING ("run_progress"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery')) WITH CHECK ("run_progress"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery'));--> statement-breakpoint
CREATE POLICY "run_progress_demonstration" ON "run_progress" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("run_progress"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "run_progress_worker" ON "run_progress" AS PERMISSIVE FOR ALL TO "stead_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "run_part" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "run_progress" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "run_part", "run_progress" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "run_part" TO stead_app;--> statement-breakpoint
GRANT SELECT, INSERT ON "run_progress" TO stead_app;--> statement-breakpoint
GRANT UPDATE (state, asked_by, heartbeat_at, failure) ON "run_progress" TO stead_app;--> statement-breakpoint
GRANT SELECT (run_id, state, asked_by, heartbeat_at, interruptions) ON "run_progress" TO stead_worker;--> statement-breakpoint
GRANT UPDATE (state, interruptions) ON "run_progress" TO stead_worker;--> statement-breakpoint
GRANT SELECT, DELETE ON "run_part", "run_progress" TO stead_publisher;
