CREATE POLICY "briefing_demonstration" ON "briefing" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("briefing"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "note_demonstration" ON "note" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("note"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "scenario_demonstration" ON "scenario" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("scenario"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "scenario_result_demonstration" ON "scenario_result" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("scenario_result"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
CREATE POLICY "scenario_run_demonstration" ON "scenario_run" AS PERMISSIVE FOR ALL TO "stead_publisher" USING ("scenario_run"."area_code" in (select code from area where root = 'demonstration')) WITH CHECK (false);--> statement-breakpoint
GRANT DELETE ON count_table TO stead_publisher;--> statement-breakpoint
GRANT SELECT, DELETE ON briefing, note, scenario, scenario_result, scenario_run TO stead_publisher;--> statement-breakpoint
-- What nobody may change goes with the fictional country that it is about; audit events have no area and stay.
CREATE OR REPLACE FUNCTION stead_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND (
    EXISTS (SELECT 1 FROM area WHERE code = to_jsonb(OLD) ->> 'area_code' AND root = 'demonstration')
    OR EXISTS (SELECT 1 FROM release WHERE id = to_jsonb(OLD) ->> 'release_id' AND source_id LIKE 'demonstration-%')
  ) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% rows are immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
