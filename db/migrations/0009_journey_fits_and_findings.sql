CREATE TABLE "finding_run" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "finding_run_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"root" text NOT NULL,
	"release" text NOT NULL,
	"data" text NOT NULL,
	"version" text NOT NULL,
	"results" jsonb NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "finding_run_key" UNIQUE("root","data","version"),
	CONSTRAINT "finding_run_root" CHECK ("finding_run"."root" in ('england', 'demonstration'))
);
--> statement-breakpoint
ALTER TABLE "finding_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "journey_fit" (
	"id" text PRIMARY KEY NOT NULL,
	"model" text NOT NULL,
	"root" text NOT NULL,
	"release_id" text NOT NULL,
	"version" text NOT NULL,
	"data" text NOT NULL,
	"result" jsonb NOT NULL,
	"fitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"fitted_by" uuid NOT NULL,
	"published" text NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journey_fit_root" CHECK ("journey_fit"."root" in ('england', 'demonstration'))
);
--> statement-breakpoint
ALTER TABLE "journey_fit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "journey_fit" ADD CONSTRAINT "journey_fit_fitted_by_app_user_id_fk" FOREIGN KEY ("fitted_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journey_fit_of" ON "journey_fit" USING btree ("root","model","confirmed_at");--> statement-breakpoint
CREATE POLICY "finding_run_read" ON "finding_run" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "finding_run_publish" ON "finding_run" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "journey_fit_read" ON "journey_fit" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select stead_has_role('analyst')));--> statement-breakpoint
CREATE POLICY "journey_fit_add" ON "journey_fit" AS PERMISSIVE FOR INSERT TO "stead_app" WITH CHECK ((select stead_has_role('analyst')) and "journey_fit"."fitted_by" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "journey_fit_confirm" ON "journey_fit" AS PERMISSIVE FOR UPDATE TO "stead_app" USING ((select stead_has_role('analyst'))) WITH CHECK ((select stead_has_role('analyst')));--> statement-breakpoint
CREATE POLICY "journey_fit_remove" ON "journey_fit" AS PERMISSIVE FOR DELETE TO "stead_publisher" USING ("journey_fit"."root" = 'demonstration');--> statement-breakpoint
CREATE POLICY "journey_fit_find" ON "journey_fit" AS PERMISSIVE FOR SELECT TO "stead_publisher" USING ("journey_fit"."root" = 'demonstration');--> statement-breakpoint
ALTER TABLE "journey_fit" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "finding_run" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "journey_fit", "finding_run" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (published, confirmed_at) ON "journey_fit" TO stead_app;--> statement-breakpoint
GRANT SELECT ON "finding_run" TO stead_app;--> statement-breakpoint
GRANT SELECT, DELETE ON "journey_fit" TO stead_publisher;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON "finding_run" TO stead_publisher;
