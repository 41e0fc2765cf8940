ALTER TABLE "scenario" ADD CONSTRAINT "scenario_area_key" UNIQUE("id","area_code");--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_area_key" UNIQUE("id","area_code");--> statement-breakpoint
DROP INDEX "run_submission_run";--> statement-breakpoint
ALTER TABLE "run_comment" ADD CONSTRAINT "run_comment_of_area" FOREIGN KEY ("run_id","area_code") REFERENCES "public"."scenario_run"("id","area_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_submission" ADD CONSTRAINT "run_submission_of_area" FOREIGN KEY ("run_id","area_code") REFERENCES "public"."scenario_run"("id","area_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_result" ADD CONSTRAINT "scenario_result_of_area" FOREIGN KEY ("run_id","area_code") REFERENCES "public"."scenario_run"("id","area_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_of_area" FOREIGN KEY ("scenario_id","area_code") REFERENCES "public"."scenario"("id","area_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "run_submission_live" ON "run_submission" USING btree ("run_id","recipient_id") WHERE "run_submission"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "scenario_run_receipt" ON "scenario_run" USING btree (("receipt" ->> 'id'));--> statement-breakpoint
ALTER TABLE "scenario_run" ADD CONSTRAINT "scenario_run_data" CHECK ("scenario_run"."kind" = 'round' or "scenario_run"."data_hash" is not null);--> statement-breakpoint
ALTER POLICY "pathway_baseline_read" ON "pathway_baseline" TO stead_app USING ((select stead_has_role('deanery')) and "pathway_baseline"."data_hash" in (select data_hash from scenario_run));--> statement-breakpoint
CREATE FUNCTION stead_refuse_reopen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(OLD) ->> TG_ARGV[0] IS NOT NULL THEN
    RAISE EXCEPTION '% was taken back already', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER run_submission_reopen BEFORE UPDATE ON "run_submission"
  FOR EACH ROW EXECUTE FUNCTION stead_refuse_reopen('revoked_at');--> statement-breakpoint
CREATE TRIGGER run_comment_reopen BEFORE UPDATE ON "run_comment"
  FOR EACH ROW EXECUTE FUNCTION stead_refuse_reopen('removed_at');
