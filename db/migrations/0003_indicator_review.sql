ALTER TABLE "indicator" ADD COLUMN "author" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "checker" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "reviewed_on" date;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "next_review_on" date;