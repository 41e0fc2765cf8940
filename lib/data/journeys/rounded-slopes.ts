import { NotFound } from '@/lib/data/errors';
import type { PublishedStore } from '@/lib/data/published-store';
import type { SlopeWithFounding } from '@/lib/domain/findings/evidence-input';
import type { Root } from '@/lib/domain/geography/area';
import type { ReachTerm } from '@/lib/domain/journey-models/reach-design';
import { runJob } from '@/lib/jobs/runner';
import { journeyFitTask } from '@/lib/jobs/task-contracts';
import { modelRequest } from './model-source';

/** Slopes of schools with their founding years, fitted in a worker to the ranges behind rounded counts; null where they can't be. */
export async function roundedSlopes(published: PublishedStore, root: Root) {
  const found = await modelRequest('entrants', root, published).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  const outcome = found && (await runJob(journeyFitTask, found.request));
  const founding = outcome?.kind === 'fitted' ? (outcome.fitted.bySchool?.founding ?? []) : [];
  const against = (term: ReachTerm): SlopeWithFounding | null => {
    const slope = founding.find((one) => one.term === term);
    return slope ? { n: slope.n, correlation: slope.correlation, lower: slope.lower, upper: slope.upper } : null;
  };
  return { deprivationSlope: against('deprivation'), distanceSlope: against('log_distance') };
}
