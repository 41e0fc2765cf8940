ALTER TABLE "observation" DROP CONSTRAINT "observation_indicator_id_indicator_id_fk";--> statement-breakpoint
ALTER TABLE "observation" DROP CONSTRAINT "observation_area_code_area_code_fk";--> statement-breakpoint
ALTER TABLE "observation" DROP CONSTRAINT "observation_release_id_release_id_fk";--> statement-breakpoint
-- A foreign key asks once a row: three of them take longer than summing a million rows into 90,000 figures. These ask once a statement.
-- What figures refer to is held as foreign keys hold it: nobody deletes it before the transaction ends.
CREATE FUNCTION stead_figures_refer() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE missing text;
BEGIN
  PERFORM FROM indicator WHERE id IN (SELECT DISTINCT indicator_id FROM added) FOR KEY SHARE;
  PERFORM FROM area WHERE code IN (SELECT DISTINCT area_code FROM added) FOR KEY SHARE;
  PERFORM FROM release WHERE id IN (SELECT DISTINCT release_id FROM added) FOR KEY SHARE;
  SELECT concat_ws(', ', indicator_id, area_code, release_id) INTO missing
  FROM (SELECT DISTINCT indicator_id, area_code, release_id FROM added) AS named
  WHERE NOT EXISTS (SELECT FROM indicator WHERE id = indicator_id)
    OR NOT EXISTS (SELECT FROM area WHERE code = area_code)
    OR NOT EXISTS (SELECT FROM release WHERE id = release_id)
  LIMIT 1;
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'a figure refers to an indicator, area or release that is not there: %', missing USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER observation_refers_inserted AFTER INSERT ON "observation" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_refer();--> statement-breakpoint
CREATE TRIGGER observation_refers_updated AFTER UPDATE ON "observation" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_refer();--> statement-breakpoint
-- Arguments: the column of observation, the key that it refers to.
CREATE FUNCTION stead_figures_referred() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE is_referred boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM observation WHERE %1$I IN (
    SELECT %2$I FROM gone WHERE NOT EXISTS (SELECT FROM %3$I AS kept WHERE kept.%2$I = gone.%2$I)))',
    TG_ARGV[0], TG_ARGV[1], TG_TABLE_NAME) INTO is_referred;
  IF is_referred THEN
    RAISE EXCEPTION 'figures refer to a row of %', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER indicator_referred_deleted AFTER DELETE ON "indicator" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_referred('indicator_id', 'id');--> statement-breakpoint
CREATE TRIGGER indicator_referred_updated AFTER UPDATE ON "indicator" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_referred('indicator_id', 'id');--> statement-breakpoint
CREATE TRIGGER area_referred_deleted AFTER DELETE ON "area" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_referred('area_code', 'code');--> statement-breakpoint
CREATE TRIGGER area_referred_updated AFTER UPDATE ON "area" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_referred('area_code', 'code');--> statement-breakpoint
CREATE TRIGGER release_referred_deleted AFTER DELETE ON "release" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_referred('release_id', 'id');--> statement-breakpoint
CREATE TRIGGER release_referred_updated AFTER UPDATE ON "release" REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_referred('release_id', 'id');--> statement-breakpoint
CREATE FUNCTION stead_figures_left() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (SELECT FROM observation) THEN
    RAISE EXCEPTION 'figures refer to rows of %', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER indicator_referred_truncated BEFORE TRUNCATE ON "indicator" FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_left();--> statement-breakpoint
CREATE TRIGGER area_referred_truncated BEFORE TRUNCATE ON "area" FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_left();--> statement-breakpoint
CREATE TRIGGER release_referred_truncated BEFORE TRUNCATE ON "release" FOR EACH STATEMENT EXECUTE FUNCTION stead_figures_left();
