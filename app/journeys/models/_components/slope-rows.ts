import { absentCell, type ChartTableData } from '@/components/charts/chart-cell';
import type { DotEntry } from '@/components/charts/dot-intervals';
import type { FittedModel } from '@/lib/domain/journey-models/fitted-model';
import { clearDirection, type Estimate } from '@/lib/domain/journey-models/journey-model';
import { type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { formatNumber } from '@/lib/format/number';

export type TermSlopes = NonNullable<FittedModel['bySchool']>['slopes'][number];
type Names = Readonly<Record<string, string>>;

const DECIMALS = 2;

export const write = (value: number): string => formatNumber(value, DECIMALS);

/** Too few people for slopes of its own, and too few schools to borrow from. */
const measureOf = (estimate: Estimate | null): Measure =>
  estimate === null
    ? SUPPRESSED
    : measured(estimate.estimate, {
        lower: estimate.lower,
        upper: estimate.upper,
        level: 0.95,
        method: 'Normal, on the scale of the linear predictor',
      });

/** Where there is no average to tell of: each school's own slope. */
export const ownAlternative = (title: string, { schools }: TermSlopes, names: Names): string =>
  `${title}: ${schools
    .map(({ school, own }) =>
      own === null
        ? `${names[school] ?? school} has none of its own`
        : `${names[school] ?? school} ${write(own.estimate)} (95% interval ${write(own.lower)} to ${write(own.upper)})`,
    )
    .join('; ')}.`;

export const slopeEntries = ({ schools }: TermSlopes, names: Names): DotEntry[] =>
  schools.map(({ school, shown }) => ({ code: school, name: names[school] ?? school, measure: measureOf(shown) }));

const cellOf = (estimate: Estimate | null) =>
  estimate === null
    ? absentCell('suppressed', 'none of its own')
    : {
        value: estimate.estimate,
        text: `${write(estimate.estimate)} (${write(estimate.lower)} to ${write(estimate.upper)})`,
        limits: { lower: estimate.lower, upper: estimate.upper },
      };

export const slopeTable = ({ schools }: TermSlopes, names: Names): ChartTableData => ({
  columns: [
    { label: 'School' },
    { label: 'Slope shown (95% interval)', numeric: true },
    { label: 'Own slope (95% interval)', numeric: true },
    { label: 'Standard error of its own', numeric: true },
  ],
  rows: schools.map(({ school, own, shown }) => [
    names[school] ?? school,
    cellOf(shown),
    cellOf(own),
    own === null ? absentCell('suppressed', '') : { value: own.se, text: formatNumber(own.se, 3) },
  ]),
});

/** How many schools' slopes are clear of 0, and on which side. */
export function slopeTitle(what: string, { schools }: TermSlopes): string {
  const directions = schools.map(({ shown }) => (shown === null ? null : clearDirection(shown)));
  const [up, down] = [1, -1].map((side) => directions.filter((one) => one === side).length);
  return `${what}: the slope is above 0 at ${up} and below 0 at ${down} of ${schools.length} ${schools.length === 1 ? 'school' : 'schools'}, clear of chance`;
}

export const coefficientEntries = ({ coefficients }: FittedModel, nameOf: (term: string) => string): DotEntry[] =>
  coefficients.map((one) => ({ code: one.term, name: nameOf(one.term), measure: measureOf(one) }));

export const coefficientTable = ({ coefficients }: FittedModel, nameOf: (term: string) => string): ChartTableData => ({
  columns: [
    { label: 'Term' },
    { label: 'Estimate (95% interval)', numeric: true },
    { label: 'Standard error', numeric: true },
  ],
  rows: coefficients.map((one) => [nameOf(one.term), cellOf(one), { value: one.se, text: formatNumber(one.se, 3) }]),
});
