ALTER TABLE "import_file" ADD COLUMN "mapping" jsonb;--> statement-breakpoint
ALTER TABLE "column_mapping" DROP CONSTRAINT "column_mapping_pkey";--> statement-breakpoint
ALTER TABLE "column_mapping" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
-- Mappings that were kept by their headers get a name from these. Made by rewriting the table: row-level security, forced on the owner too, would let an UPDATE pass them over.
ALTER TABLE "column_mapping" ADD COLUMN "source" text GENERATED ALWAYS AS ('Unnamed source ' || left(md5("signature"), 6)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "column_mapping" ALTER COLUMN "source" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "column_mapping" ALTER COLUMN "signature" SET DATA TYPE jsonb USING "signature"::jsonb;--> statement-breakpoint
ALTER TABLE "column_mapping" RENAME COLUMN "signature" TO "headers";--> statement-breakpoint
CREATE UNIQUE INDEX "column_mapping_source" ON "column_mapping" USING btree ("dataset",lower("source"));
