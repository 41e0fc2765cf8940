CREATE TABLE "protected_tables" (
	"source" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"release_id" text NOT NULL,
	"body" "bytea" NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "protected_tables" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "protected_tables" ADD CONSTRAINT "protected_tables_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "protected_tables_release" ON "protected_tables" USING btree ("release_id");--> statement-breakpoint
CREATE POLICY "protected_tables_publish" ON "protected_tables" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "protected_tables" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "protected_tables" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "protected_tables" TO stead_publisher;
