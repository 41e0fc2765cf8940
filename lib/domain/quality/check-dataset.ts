import { checkMissingAreas, checkOverlappingLevels, checkTotals, type PartOf } from './check-areas';
import { checkDuplicates } from './check-keys';
import { checkStaleness } from './check-staleness';
import { checkJumps, checkRanges, type JumpLimits, type ValueRange } from './check-values';
import type { QualityFlag, QualityRow, Severity } from './quality-flag';

/** What is known of a dataset; a check without its part is not made. */
export interface DatasetRules {
  readonly range: ValueRange | null;
  readonly jump: JumpLimits | null;
  /** Areas that a complete release has. */
  readonly expectedAreas: readonly { readonly code: string; readonly name: string }[];
  readonly parts: readonly PartOf[];
  /** For counts; null for rates, which don't add up. */
  readonly totalTolerance: number | null;
  readonly totalBreakdowns: readonly string[];
  readonly everyMonths: number | null;
  readonly today: string;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'notice'];

/**
 * All checks of a dataset (one indicator's rows, or one file's), worst first and otherwise in a fixed order of checks. No
 * flag means that these checks found nothing, not that the data are right.
 */
export const checkDataset = (rows: readonly QualityRow[], rules: DatasetRules): QualityFlag[] => {
  const newest = rows.reduce((last, { period }) => (period > last ? period : last), '');
  const flags = [
    ...checkDuplicates(rows),
    ...(rules.range ? checkRanges(rows, rules.range) : []),
    ...(rules.totalTolerance === null
      ? []
      : checkTotals(rows, { parts: rules.parts, tolerance: rules.totalTolerance })),
    ...(rows.length === 0 ? [] : checkMissingAreas(rows, rules.expectedAreas)),
    ...(rules.jump ? checkJumps(rows, rules.jump) : []),
    ...(newest === '' ? [] : checkStaleness({ periodEnd: newest, everyMonths: rules.everyMonths, today: rules.today })),
    ...checkOverlappingLevels(rows, rules),
  ];
  return SEVERITIES.flatMap((severity) => flags.filter((flag) => flag.severity === severity));
};

/** Flags that stand beside one figure: its own, and those of its area or of the dataset as a whole. */
export const flagsFor = (
  flags: readonly QualityFlag[],
  figure: Pick<QualityRow, 'areaCode' | 'period' | 'breakdown'>,
): QualityFlag[] =>
  flags.filter(
    ({ where }) =>
      (where.areaCode === null || where.areaCode === figure.areaCode) &&
      (where.period === null || where.period === figure.period) &&
      (where.breakdown === null || where.breakdown === figure.breakdown),
  );

/** How many flags of each severity: for a list of datasets. */
export const countBySeverity = (flags: readonly QualityFlag[]): Readonly<Record<Severity, number>> => ({
  error: flags.filter(({ severity }) => severity === 'error').length,
  warning: flags.filter(({ severity }) => severity === 'warning').length,
  notice: flags.filter(({ severity }) => severity === 'notice').length,
});
