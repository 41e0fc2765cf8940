-- Roles are shared by a whole PostgreSQL cluster, so a second database finds them there already.
DO $$ BEGIN CREATE ROLE stead_app NOLOGIN NOINHERIT; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;--> statement-breakpoint
DO $$ BEGIN CREATE ROLE stead_auth NOLOGIN NOINHERIT; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;--> statement-breakpoint
DO $$ BEGIN CREATE ROLE stead_publisher NOLOGIN NOINHERIT; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;--> statement-breakpoint
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'stead_app', 'MEMBER') THEN GRANT stead_app TO CURRENT_USER; END IF;
  IF NOT pg_has_role(current_user, 'stead_auth', 'MEMBER') THEN GRANT stead_auth TO CURRENT_USER; END IF;
  IF NOT pg_has_role(current_user, 'stead_publisher', 'MEMBER') THEN GRANT stead_publisher TO CURRENT_USER; END IF;
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
