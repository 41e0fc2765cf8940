import 'server-only';
import { z } from 'zod';
import type { Backtest, ProjectionScorecard } from '@/lib/contracts/backtest';
import { can, scopesFor, type Viewer } from '@/lib/domain/access/access';
import { BACKTEST_DRAWS, BACKTEST_SEED } from '@/lib/domain/backtest/backtest-origin';
import { passMarks, verdictOf } from '@/lib/domain/backtest/pass-marks';
import type { ScoredForecast } from '@/lib/domain/backtest/score-forecasts';
import { scoreProjection } from '@/lib/domain/backtest/score-projections';
import { summariseScores } from '@/lib/domain/backtest/summarise-scores';
import { countryOf, type Root } from '@/lib/domain/geography/area';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import { PATHWAY_ENGINE_VERSION } from '@/lib/domain/pathway/engine/pathway-runner';
import { AccessDenied } from './errors';
import { countryBacktest } from './pathway/backtest-history';
import { loadedCountry } from './pathway/loaded-pathway';
import { selectProjections } from './queries/backtest';
import { selectUsedReleases } from './queries/scenarios';
import { asViewer, requireViewerFor } from './viewer';

/** For those who make scenarios, of whichever region: the model is the same for all of them. */
async function requireModeller(): Promise<Viewer> {
  const viewer = await requireViewerFor('scenario:read');
  if (scopesFor(viewer, 'scenario:read').length === 0) throw new AccessDenied('forbidden');
  return viewer;
}

/** Totals of the country; of a region its managers alone. Single programmes stay in the errors of all of them. */
const isShown =
  (viewer: Viewer) =>
  ({ level, regionCode }: ScoredForecast): boolean =>
    level === 'country' || level === 'specialty' || (level === 'region' && can(viewer, 'scenario:read', regionCode));

/**
 * The pathway fitted to each earlier year and compared with the later ones that are loaded, or what has to be loaded for it.
 * Worked out in jobs on first use after a publication, then kept.
 * @throws AccessDenied for who makes no scenarios.
 */
export async function getBacktest(root: Root): Promise<Backtest> {
  const viewer = await requireModeller();
  const { code } = countryOf(root);
  const found = await countryBacktest(root);
  if (found.kind === 'not_loaded') return { kind: 'not_loaded', root: code, missing: [...found.missing] };
  const scores = found.origins.flatMap((origin) => origin.scores);
  const errors = summariseScores(scores);
  const marks = passMarks(errors);
  const newLater = found.origins.reduce((sum, origin) => sum + origin.newLater, 0);
  return {
    kind: 'tested',
    root: code,
    verdict: verdictOf(root, marks),
    engineVersion: PATHWAY_ENGINE_VERSION,
    draws: BACKTEST_DRAWS,
    seed: BACKTEST_SEED,
    releaseIds: [...found.releaseIds],
    origins: found.origins.map(({ origin }) => origin),
    marks,
    errors,
    forecasts: scores.filter(isShown(viewer)),
    notes: [
      ...new Set(found.origins.flatMap(({ notes }) => notes)),
      ...(newLater > 0
        ? [`${newLater} programmes and years are left out: they had posts later, and nobody in the start year.`]
        : []),
    ],
  };
}

const MOST_RUNS = 50;

const StoredBody = z.looseObject({
  input: z.custom<PathwayInput>((value) => value !== null && typeof value === 'object' && 'startYear' in value),
});

/**
 * Stored runs that the viewer may see, of whose projected years some have been loaded since: what each projected for the regions
 * with an offer, against what happened. A run that was closed for disclosure is left out.
 * @throws AccessDenied for who makes no scenarios.
 */
export async function getProjectionScorecard(root: Root): Promise<ProjectionScorecard> {
  const viewer = await requireModeller();
  const { rounds } = (await loadedCountry(root)).pathway;
  const latestYear = rounds.length > 0 ? Math.max(...rounds.map(({ year }) => year)) : null;
  const empty = { root: countryOf(root).code, latestYear, projections: [] };
  if (latestYear === null) return empty;
  const runs = await asViewer(viewer, (tx) => selectProjections(tx, { root, before: latestYear, most: MOST_RUNS }));
  const readable = runs.filter(({ isSent, areaCode }) => isSent || can(viewer, 'scenario:read', areaCode));
  const used = await asViewer(viewer, (tx) =>
    selectUsedReleases(tx, [...new Set(readable.flatMap(({ releaseIds }) => releaseIds))]),
  );
  const closed = new Set(used.flatMap(({ id, withdrawnFor }) => (withdrawnFor === 'disclosure' ? [id] : [])));
  return {
    ...empty,
    projections: readable.flatMap(({ id, title, areaCode, createdAt, releaseIds, areas, baseline }) => {
      if (releaseIds.some((release) => closed.has(release))) return [];
      const { input } = StoredBody.parse(baseline);
      return areas.flatMap(({ areaCode: regionCode, isTarget, years }) =>
        regionCode !== null && (isTarget || regionCode === areaCode)
          ? scoreProjection({ regionCode, input, years }, rounds).map((score) => ({
              runId: id,
              title: title ?? '',
              madeAt: createdAt.toISOString(),
              ...score,
            }))
          : [],
      );
    }),
  };
}
