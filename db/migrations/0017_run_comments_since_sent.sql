ALTER TABLE "scenario" ADD COLUMN "updated_by_name" text;--> statement-breakpoint
ALTER POLICY "run_comment_read" ON "run_comment" TO stead_app USING ("run_comment"."area_code" in (select scope from role_grant where user_id = (select nullif(current_setting('app.user_id', true), '')::uuid) and role = 'deanery') or exists (select from run_submission s where s.run_id = "run_comment"."run_id" and s.recipient_id = (select nullif(current_setting('app.user_id', true), '')::uuid)
    and s.revoked_at is null and (s.created_at <= "run_comment"."created_at" or "run_comment"."created_by" = (select nullif(current_setting('app.user_id', true), '')::uuid))));--> statement-breakpoint
GRANT UPDATE (updated_by_name) ON "scenario" TO stead_app;
