import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import type { Band } from '@/lib/domain/pathway/round';
import type { LoadedRound } from '@/lib/domain/pathway-baseline/loaded-pathway';
import { roundTotals } from '@/lib/domain/pathway-baseline/node-posts';
import { isWithin } from './forecast-scores';
import { crossesRegime } from './regime';

/** What a stored run projected for a region, and what it started from. */
export interface StoredProjection {
  readonly regionCode: string;
  readonly input: Pick<PathwayInput, 'startYear' | 'posts' | 'programmes'>;
  /** Specialty posts filled, year by year from the start: without the offer, and with it. */
  readonly years: readonly { readonly baseline: Band; readonly option: Band }[];
}

/** A projected year of a region against what was loaded for it later. Specialty posts, head count. */
export interface ScoredProjection {
  readonly regionCode: string;
  readonly startYear: number;
  readonly year: number;
  readonly baseline: Band;
  readonly option: Band;
  /** Posts that the run took for granted, and those that were offered. */
  readonly assumedPosts: number;
  readonly offeredPosts: number;
  readonly accepts: number;
  readonly isWithin80: boolean;
  /** Null where the run gave no 95 % interval. */
  readonly isWithin95: boolean | null;
  readonly isAcross: boolean;
}

const firstOf = (posts: number | readonly number[]): number => (typeof posts === 'number' ? posts : (posts[0] ?? 0));

const keyOf = ({ node, group }: { readonly node: string; readonly group: string | null }): string => `${node} ${group}`;

/**
 * Years after the start that have been loaded meanwhile, of the programmes that the run had. The start year itself was fitted and
 * is no test.
 */
export const scoreProjection = (
  { regionCode, input, years }: StoredProjection,
  rounds: readonly LoadedRound[],
): ScoredProjection[] => {
  const own = input.posts.filter((post) => post.node !== 'foundation' && post.regionCode === regionCode);
  const programmes = new Set(own.map(keyOf));
  const assumedPosts = own.reduce((sum, { posts }) => sum + firstOf(posts), 0);
  return years.flatMap(({ baseline, option }, at): ScoredProjection[] => {
    const year = input.startYear + at;
    const loaded = rounds.filter((round) => round.year === year && round.regionCode === regionCode);
    const totals =
      at === 0 || loaded.length === 0
        ? []
        : roundTotals({ posts: [], rounds: loaded }, input.programmes).filter((total) => programmes.has(keyOf(total)));
    if (totals.length === 0) return [];
    const accepts = totals.reduce((sum, total) => sum + total.accepts, 0);
    const { lower95, upper95 } = baseline;
    return [
      {
        regionCode,
        startYear: input.startYear,
        year,
        baseline,
        option,
        assumedPosts,
        offeredPosts: totals.reduce((sum, total) => sum + total.posts, 0),
        accepts,
        isWithin80: isWithin({ lower: baseline.lower80, upper: baseline.upper80 }, accepts),
        isWithin95: lower95 === null || upper95 === null ? null : isWithin({ lower: lower95, upper: upper95 }, accepts),
        isAcross: crossesRegime(input.startYear, year),
      },
    ];
  });
};
