CREATE TABLE "column_mapping" (
	"signature" text PRIMARY KEY NOT NULL,
	"dataset" text NOT NULL,
	"columns" jsonb NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "column_mapping" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "establishment" (
	"release_id" text NOT NULL,
	"period_end" date NOT NULL,
	"area_code" text NOT NULL,
	"specialty" text NOT NULL,
	"level" text NOT NULL,
	"establishment_fte" double precision NOT NULL,
	"in_post_fte" double precision NOT NULL
);
--> statement-breakpoint
ALTER TABLE "establishment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "import_file" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"dataset" text,
	"status" text DEFAULT 'reading' NOT NULL,
	"rows" integer DEFAULT 0 NOT NULL,
	"error_total" integer DEFAULT 0 NOT NULL,
	"errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"flags" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reject" text,
	"vintage" jsonb,
	"headers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"changes" jsonb,
	"rule_set" text DEFAULT 'none' NOT NULL,
	"release_id" text,
	"publish_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"heard_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_file_status" CHECK ("import_file"."status" in ('reading', 'needs_mapping', 'refused', 'ready', 'scheduled', 'published', 'cancelled', 'interrupted'))
);
--> statement-breakpoint
ALTER TABLE "import_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_row" (
	"release_id" text NOT NULL,
	"dataset" text NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source_row" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "release" DROP CONSTRAINT "release_status";--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "dataset" text;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "publish_on" date;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "vintage" text;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "withdrawn_for" text;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "withdrawn_reason" text;--> statement-breakpoint
ALTER TABLE "release" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD CONSTRAINT "column_mapping_saved_by_app_user_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_created_by_app_user_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "establishment_release" ON "establishment" USING brin ("release_id");--> statement-breakpoint
CREATE UNIQUE INDEX "import_file_live" ON "import_file" USING btree ("sha256") WHERE "import_file"."status" in ('reading', 'ready', 'scheduled', 'published');--> statement-breakpoint
CREATE INDEX "source_row_release" ON "source_row" USING btree ("release_id");--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_withdrawn" CHECK ("release"."withdrawn_for" in ('ordinary', 'disclosure'));--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_status" CHECK ("release"."status" in ('staged', 'scheduled', 'published', 'superseded', 'withdrawn'));--> statement-breakpoint
CREATE POLICY "column_mapping_read" ON "column_mapping" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select stead_has_role('analyst')));--> statement-breakpoint
CREATE POLICY "column_mapping_publish" ON "column_mapping" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "establishment_publish" ON "establishment" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "import_file_read" ON "import_file" AS PERMISSIVE FOR SELECT TO "stead_app" USING ((select stead_has_role('analyst') or stead_has_role('admin')));--> statement-breakpoint
CREATE POLICY "import_file_publish" ON "import_file" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "source_row_publish" ON "source_row" AS PERMISSIVE FOR ALL TO "stead_publisher" USING (true) WITH CHECK (true);--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['import_file', 'column_mapping', 'establishment', 'source_row'] LOOP
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO stead_publisher', t);
  END LOOP;
END $$;--> statement-breakpoint
GRANT SELECT ON import_file, column_mapping TO stead_app;
