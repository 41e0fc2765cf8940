DROP INDEX "import_file_live";--> statement-breakpoint
ALTER TABLE "import_file" ADD COLUMN "said" text DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "import_file_live" ON "import_file" USING btree ("sha256","said") WHERE "import_file"."status" in ('reading', 'ready', 'scheduled', 'published');