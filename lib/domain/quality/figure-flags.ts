import type { QualityCheck, QualityFlag, QualityRow, Severity } from './quality-flag';

/** About the figure itself. What is about a dataset only (a missing area, levels that overlap) isn't said beside each figure. */
const BESIDE_FIGURES: ReadonlySet<QualityCheck> = new Set([
  'range',
  'jump',
  'total_differs',
  'duplicate_key',
  'stale_source',
]);

/** Flags that stand beside one figure: its own, and those of its area or of the dataset as a whole. */
export const flagsFor = (
  flags: readonly QualityFlag[],
  figure: Pick<QualityRow, 'areaCode' | 'period' | 'breakdown'>,
): QualityFlag[] =>
  flags.filter(
    ({ check, where }) =>
      BESIDE_FIGURES.has(check) &&
      (where.areaCode === null || where.areaCode === figure.areaCode) &&
      (where.period === null || where.period === figure.period) &&
      (where.breakdown === null || where.breakdown === figure.breakdown),
  );

/** How many flags of each severity: for a list of datasets. */
export const countBySeverity = (
  flags: readonly Pick<QualityFlag, 'severity'>[],
): Readonly<Record<Severity, number>> => ({
  error: flags.filter(({ severity }) => severity === 'error').length,
  warning: flags.filter(({ severity }) => severity === 'warning').length,
  notice: flags.filter(({ severity }) => severity === 'notice').length,
});
