-- Roles are shared by a whole PostgreSQL cluster, so a second database finds them there already.
DO $$ BEGIN CREATE ROLE stead_app NOLOGIN NOINHERIT; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;--> statement-breakpoint
DO $$ BEGIN CREATE ROLE stead_auth NOLOGIN NOINHERIT; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;--> statement-breakpoint
DO $$ BEGIN CREATE ROLE stead_publisher NOLOGIN NOINHERIT; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;--> statement-breakpoint
-- Always, and not only where membership is missing: from PostgreSQL 16 on, the creator of a role is a
-- member that may administer it but not act as it.
DO $$ BEGIN
  GRANT stead_app, stead_auth, stead_publisher TO CURRENT_USER;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;--> statement-breakpoint
-- Whether the transaction's user holds a role. SECURITY DEFINER, because a policy on role_grant
-- that reads role_grant itself would recurse; plpgsql, because the table comes later.
CREATE FUNCTION stead_has_role(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  RETURN EXISTS (
    SELECT 1 FROM public.role_grant
    WHERE user_id = nullif(current_setting('app.user_id', true), '')::uuid AND role = wanted
  );
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION stead_has_role(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION stead_has_role(text) TO stead_app;
