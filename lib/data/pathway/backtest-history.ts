import 'server-only';
import { database, withPublisher } from '@/db/client';
import { heldByPublication } from '@/lib/data/journeys/held-by-publication';
import { tableSources } from '@/lib/data/journeys/table-source';
import { selectPostsByYear } from '@/lib/data/queries/pathway';
import type { OriginScores } from '@/lib/domain/backtest/backtest-origin';
import { type BacktestHistory, missingHistory, originsOf } from '@/lib/domain/backtest/history';
import type { Root } from '@/lib/domain/geography/area';
import { runJob } from '@/lib/jobs/runner';
import { backtestTask } from '@/lib/jobs/task-contracts';
import { loadedLeavers } from './loaded-moves';
import { loadedCountry } from './loaded-pathway';

/** Every loaded year of a country. Nothing in it is about single people. */
async function loadedHistory(root: Root): Promise<BacktestHistory> {
  const [{ pathway, movements }, posts, sources] = await Promise.all([
    loadedCountry(root),
    withPublisher(await database(), (tx) => selectPostsByYear(tx, root)),
    tableSources(root),
  ]);
  const { regions, rounds } = pathway;
  const codes = regions.map(({ code }) => code);
  const years = [...new Set(rounds.map(({ year }) => year))].sort();
  return {
    regions,
    rounds,
    movements,
    posts: [...new Set(posts.map(({ year }) => year))].map((year) => ({
      year,
      posts: posts.flatMap(({ year: own, ...post }) => (own === year ? [post] : [])),
    })),
    leavers: years.map((year) => {
      const known = loadedLeavers(sources, codes, year);
      return { year, isLater: known.length === 0, leavers: known.length > 0 ? known : loadedLeavers(sources, codes) };
    }),
  };
}

type Scored = Extract<OriginScores, { kind: 'scored' }>;

export type CountryBacktest =
  | { readonly kind: 'not_loaded'; readonly missing: readonly string[] }
  | { readonly kind: 'scored'; readonly origins: readonly Scored[]; readonly releaseIds: readonly string[] };

/** Each start year is a job of seconds; all of it is made once for a publication. Call it after authorising. */
export const countryBacktest = heldByPublication('backtest', async (_, root: Root): Promise<CountryBacktest> => {
  const history = await loadedHistory(root);
  const missing = missingHistory(history);
  if (missing.length > 0) return { kind: 'not_loaded', missing };
  const outcomes = await Promise.all(
    originsOf(history).map((request) => runJob(backtestTask, request, { urgency: 'stored' })),
  );
  const origins = outcomes.filter((outcome) => outcome.kind === 'scored');
  if (origins.length === 0) {
    return {
      kind: 'not_loaded',
      missing: [...new Set(outcomes.flatMap((one) => (one.kind === 'not_loaded' ? one.missing : [])))],
    };
  }
  const { releaseIds } = await loadedCountry(root);
  return { kind: 'scored', origins, releaseIds };
});
