import type { FindingId, FindingResult } from './finding';

/** What the cards said after one publication. */
export interface FindingRun {
  /** ISO date and time. */
  readonly computedAt: string;
  readonly release: string;
  /** Of the tests. */
  readonly version: string;
  readonly findings: readonly FindingResult[];
}

type Said = Pick<FindingResult, 'verdict' | 'underlying' | 'n' | 'effect' | 'lower' | 'upper' | 'unit'>;

/** What one card said over runs that follow each other and agree. */
export interface EarlierFinding extends Said {
  /** ISO date and time of the first and the last of those runs. */
  readonly from: string;
  readonly to: string;
  /** Of the last of them. */
  readonly release: string;
  /** True where the tests have been changed since: the data need not have. */
  readonly isByEarlierTests: boolean;
}

const saidOf = ({ verdict, underlying, n, effect, lower, upper, unit }: FindingResult): Said => ({
  ...{ verdict, underlying, n, effect, lower, upper, unit },
});

const agree = (one: Said, other: Said): boolean =>
  one.verdict === other.verdict &&
  one.underlying === other.underlying &&
  one.n === other.n &&
  one.effect === other.effect &&
  one.lower === other.lower &&
  one.upper === other.upper &&
  one.unit === other.unit;

/**
 * What a card said earlier, newest first, without what it says now: runs that agree are one entry, so that only changes
 * show. `runs` newest first, the first of them what is shown now. What was not loaded is no earlier answer.
 */
export const earlierFindings = (runs: readonly FindingRun[], id: FindingId): EarlierFinding[] => {
  const entries: EarlierFinding[] = [];
  const now = runs[0]?.version;
  for (const { computedAt, release, version, findings } of runs) {
    const found = findings.find((one) => one.id === id);
    if (!found) continue;
    const last = entries.at(-1);
    if (last && agree(last, found)) entries.splice(-1, 1, { ...last, from: computedAt });
    else
      entries.push({
        ...saidOf(found),
        from: computedAt,
        to: computedAt,
        release,
        isByEarlierTests: version !== now,
      });
  }
  return entries.slice(1).filter(({ underlying }) => underlying !== 'not_loaded');
};
