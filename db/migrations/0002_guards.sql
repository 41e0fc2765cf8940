-- What drizzle-kit does not generate: FORCE, grants, the owner's one policy, immutability.
DO $$ DECLARE t text; BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC', t);
  END LOOP;
END $$;--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO stead_app, stead_auth, stead_publisher;--> statement-breakpoint
GRANT SELECT ON area, area_membership, area_successor, source, release, indicator, observation,
  recommendation, evidence_theme, evidence_source, lever, published_pack TO stead_app;--> statement-breakpoint
GRANT SELECT ON role_grant TO stead_app;--> statement-breakpoint
GRANT SELECT (id, email, name, session_version, active, created_at) ON app_user TO stead_app;--> statement-breakpoint
GRANT SELECT, INSERT ON scenario_run, scenario_result, audit_event TO stead_app;--> statement-breakpoint
GRANT SELECT, INSERT ON scenario, note, briefing TO stead_app;--> statement-breakpoint
GRANT UPDATE (name, inputs, updated_at, archived_at) ON scenario TO stead_app;--> statement-breakpoint
GRANT UPDATE (removed_at) ON note TO stead_app;--> statement-breakpoint
GRANT SELECT ON app_user TO stead_auth;--> statement-breakpoint
GRANT INSERT ON audit_event TO stead_auth, stead_publisher;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON area, area_membership, area_successor, source, release, indicator,
  observation, recommendation, evidence_theme, evidence_source, lever, published_pack, app_user, role_grant TO stead_publisher;--> statement-breakpoint
-- stead_has_role runs as the owner, whom FORCE would otherwise hide the grants from.
CREATE POLICY role_grant_owner ON role_grant FOR SELECT TO CURRENT_USER USING (true);--> statement-breakpoint
CREATE FUNCTION stead_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% rows are immutable', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;--> statement-breakpoint
CREATE TRIGGER scenario_run_immutable BEFORE UPDATE OR DELETE ON scenario_run
  FOR EACH ROW EXECUTE FUNCTION stead_refuse_change();--> statement-breakpoint
CREATE TRIGGER scenario_result_immutable BEFORE UPDATE OR DELETE ON scenario_result
  FOR EACH ROW EXECUTE FUNCTION stead_refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_event_immutable BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH ROW EXECUTE FUNCTION stead_refuse_change();--> statement-breakpoint
CREATE TRIGGER briefing_immutable BEFORE UPDATE OR DELETE ON briefing
  FOR EACH ROW EXECUTE FUNCTION stead_refuse_change();
