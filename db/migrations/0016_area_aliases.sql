CREATE TABLE "area_alias" (
	"code" text PRIMARY KEY NOT NULL,
	"area_code" text NOT NULL,
	"valid_from" date,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "area_alias_status" CHECK ("area_alias"."status" in ('shipped', 'proposed', 'confirmed', 'rejected')),
	CONSTRAINT "area_alias_other" CHECK ("area_alias"."code" <> "area_alias"."area_code")
);
--> statement-breakpoint
ALTER TABLE "area_alias" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "area_alias" ADD CONSTRAINT "area_alias_area_code_area_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."area"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_alias" ADD CONSTRAINT "area_alias_changed_by_app_user_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "area_alias_read" ON "area_alias" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null);--> statement-breakpoint
CREATE POLICY "area_alias_publish" ON "area_alias" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "area_alias" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "area_alias" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "area_alias" TO stead_publisher;--> statement-breakpoint
GRANT SELECT (code, area_code, valid_from, source, status, changed_at) ON "area_alias" TO stead_app;
