import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { type RankCorrelation, rankCorrelation } from './rank-correlation';
import type { ReachSchool, ReachTerm } from './reach-design';
import type { SchoolSlopesModel } from './school-slopes';

export interface SlopeAndFounding {
  readonly school: string;
  readonly founded: number;
  readonly slope: number;
  readonly lower: number;
  readonly upper: number;
}

export interface SlopesByFounding extends RankCorrelation {
  readonly term: ReachTerm;
  /** In order of founding. */
  readonly pairs: readonly SlopeAndFounding[];
}

/**
 * A slope of each school against the year in which it was founded: which schools are older, and whose entrants thin out
 * less with distance or deprivation; nothing more. The schools' own slopes; their errors aren't part of the limits.
 * Refuses as `rankCorrelation` does, and `no_variation` where the model has no such slope.
 */
export const slopesByFounding = (
  model: Pick<SchoolSlopesModel, 'slopes'>,
  schools: readonly ReachSchool[],
  term: ReachTerm,
): Outcome<SlopesByFounding> => {
  const slopes = model.slopes.find((one) => one.term === term);
  if (slopes === undefined) return refused('no_variation');
  const pairs = slopes.schools
    .flatMap(({ school, own }): SlopeAndFounding[] => {
      const founded = schools.find(({ code }) => code === school)?.founded ?? null;
      if (own === null || founded === null) return [];
      return [{ school, founded, slope: own.estimate, lower: own.lower, upper: own.upper }];
    })
    .sort((one, other) => one.founded - other.founded);
  const correlation = rankCorrelation(
    pairs.map(({ founded }) => founded),
    pairs.map(({ slope }) => slope),
  );
  return correlation.kind === 'refused' ? correlation : computed({ ...correlation, term, pairs });
};
