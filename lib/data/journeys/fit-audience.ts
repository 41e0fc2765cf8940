import 'server-only';
import type { Viewer } from '@/lib/domain/access/access';
import type { Root } from '@/lib/domain/geography/area';
import { fitOfOwn } from '@/lib/domain/journey-models/fit-for-staff';
import type { FittedModel } from '@/lib/domain/journey-models/fitted-model';
import { LEAST_SCHOOLS } from '@/lib/domain/journeys/schools-held';
import { schoolsKnown } from './audience';
import { schoolsBehind } from './model-source';

const OF_NO_FIT =
  'You are of the staff of a school, so of a fit by school you see your own school only, and this fit has no slopes of its own. If it was fitted a while ago, fit it again.';
const OF_FEW_SCHOOLS =
  'You are of the staff of a school: with fewer than three other schools in what it is fitted to, a model of everybody would tell you of theirs.';

/** Schools with people enough in what a fit was made from, besides one's own. */
const otherSchools = async (own: readonly string[], { root, release }: FitOf): Promise<number> =>
  (await schoolsBehind(root, release)).filter((school) => !own.includes(school)).length;

interface FitOf {
  readonly root: Root;
  readonly release: string;
}

/**
 * What somebody sees of a fit, or why not. Whoever is of a school's staff too sees other schools by a characteristic nowhere: of slopes
 * by school their own are left, and a model of everybody needs schools enough beside their own.
 */
export async function fittedFor(viewer: Viewer, fitted: FittedModel, of: FitOf): Promise<FittedModel | string> {
  const own = schoolsKnown(viewer);
  if (own.length === 0) return fitted;
  if (fitted.bySchool) return fitOfOwn(fitted, fitted.bySchool, own) ?? OF_NO_FIT;
  return (await otherSchools(own, of)) < LEAST_SCHOOLS ? OF_FEW_SCHOOLS : fitted;
}
