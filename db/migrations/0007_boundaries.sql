CREATE TABLE "boundary_set" (
	"release_id" text PRIMARY KEY NOT NULL,
	"licence" text NOT NULL,
	"areas" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "boundary_set" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "boundary_set" ADD CONSTRAINT "boundary_set_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "boundary_set_read" ON "boundary_set" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null and exists (select 1 from "release" where "release"."id" = "boundary_set"."release_id" and "release"."status" in ('published', 'scheduled')));--> statement-breakpoint
CREATE POLICY "boundary_set_publish" ON "boundary_set" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "boundary_set" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "boundary_set" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "boundary_set" TO stead_publisher;--> statement-breakpoint
GRANT SELECT ON "boundary_set" TO stead_app;
