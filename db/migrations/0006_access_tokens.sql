CREATE TABLE "access_token" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "access_token_prefix_unique" UNIQUE("prefix"),
	CONSTRAINT "access_token_secret_hash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "access_token_expiry" CHECK ("access_token"."expires_at" <= "access_token"."created_at" + interval '8760 hours'),
	CONSTRAINT "access_token_scopes" CHECK (cardinality("access_token"."scopes") > 0)
);
--> statement-breakpoint
ALTER TABLE "access_token" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_token_user" ON "access_token" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "access_token_read" ON "access_token" AS PERMISSIVE FOR SELECT TO "stead_app" USING ("access_token"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "access_token_add" ON "access_token" AS PERMISSIVE FOR INSERT TO "stead_app" WITH CHECK ("access_token"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "access_token_change" ON "access_token" AS PERMISSIVE FOR UPDATE TO "stead_app" USING ("access_token"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid) and "access_token"."revoked_at" is null) WITH CHECK ("access_token"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "access_token_find" ON "access_token" AS PERMISSIVE FOR SELECT TO "stead_auth" USING (true);--> statement-breakpoint
ALTER TABLE "access_token" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
REVOKE ALL ON "access_token" FROM PUBLIC;--> statement-breakpoint
GRANT SELECT (id, user_id, name, prefix, scopes, created_at, expires_at, revoked_at, last_used_at) ON "access_token" TO stead_app;--> statement-breakpoint
GRANT INSERT ON "access_token" TO stead_app;--> statement-breakpoint
GRANT UPDATE (revoked_at, last_used_at) ON "access_token" TO stead_app;--> statement-breakpoint
GRANT SELECT ON "access_token" TO stead_auth;
