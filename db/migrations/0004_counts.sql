CREATE TABLE "count_table" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "count_table_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"release_id" text NOT NULL,
	"shape_id" text NOT NULL,
	"dataset" text NOT NULL,
	"period_label" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"row_dimension" text NOT NULL,
	"column_dimension" text NOT NULL,
	"roles" text[] NOT NULL,
	"body" jsonb NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "count_table_key" UNIQUE("shape_id","period_end","release_id")
);
--> statement-breakpoint
ALTER TABLE "count_table" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "observation" DROP CONSTRAINT "observation_status";--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "rule_set" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "count_table" ADD CONSTRAINT "count_table_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_status" CHECK ("observation"."status" in ('value', 'suppressed', 'not_applicable', 'low'));--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_rule_set" CHECK ("source"."rule_set" in ('none', 'hesa_rounding_5', 'nhs_subnational_1_to_7'));--> statement-breakpoint
CREATE POLICY "count_table_read" ON "count_table" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select nullif(current_setting('app.user_id', true), '')::uuid) is not null and exists (select 1 from unnest("count_table"."roles") as r(role) where stead_has_role(r.role)));--> statement-breakpoint
CREATE POLICY "count_table_publish" ON "count_table" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
ALTER TABLE "count_table" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "count_table" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT ON "count_table" TO stead_app;--> statement-breakpoint
GRANT SELECT, INSERT ON "count_table" TO stead_publisher;--> statement-breakpoint
CREATE TRIGGER count_table_immutable BEFORE UPDATE OR DELETE ON "count_table"
  FOR EACH ROW EXECUTE FUNCTION stead_refuse_change();
