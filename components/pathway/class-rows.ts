import type { ChartTableData } from '@/components/charts/chart-cell';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { formatNumber, formatSigned } from '@/lib/format/number';

type Result = Pick<PathwayModelled, 'regions'> & {
  readonly summary: Pick<PathwayModelled['summary'], 'classes' | 'classYear' | 'startYear'>;
  readonly scenario: Pick<PathwayModelled['scenario'], 'years'> & { readonly offers: readonly unknown[] };
};
type ClassBand = PathwayModelled['summary']['classes'][number];

const DECIMALS = 4;

/** A class that nobody is in has no value; any other has one above 0. */
const hasDoctors = ({ inclusiveValue: { baseline, option } }: ClassBand): boolean =>
  baseline.median > 0 || option.median > 0;

const nameOf = ({ tied, homeRegionCode }: ClassBand, regions: Result['regions']): string => {
  const home = regions.find(({ code }) => code === homeRegionCode)?.name;
  return `${home ? `home in ${home}` : 'home elsewhere'}, ${tied ? 'partner or caring tie' : 'no tie'}`;
};

const changeOf = ({ inclusiveValue: { difference } }: ClassBand): number => Number(difference.median.toFixed(DECIMALS));

/**
 * The class whose value changes worst; null where the worst change is none, which many may share. Not the one whose value is
 * lowest: levels of classes of different homes also hold how many places each is near to.
 */
const changesWorst = (classes: readonly ClassBand[]): ClassBand | null => {
  const worst = classes.reduce<ClassBand | null>(
    (least, one) => (least === null || changeOf(one) < changeOf(least) ? one : least),
    null,
  );
  return worst && changeOf(worst) !== 0 ? worst : null;
};

/** The year that the classes are of, and which one that is. */
export function classYearWords({ summary, scenario }: Result): { readonly year: number; readonly which: string } {
  const last = summary.startYear + scenario.years - 1;
  const isOffered = summary.classYear !== undefined && scenario.offers.length > 0;
  return {
    year: summary.classYear ?? last,
    which: isOffered ? 'the last year of the offer' : 'the last year of the run',
  };
}

/** What choosing is worth to each class; whose value changes worst is marked. */
export function classTable({ regions, summary }: Result): ChartTableData {
  const classes = summary.classes.filter(hasDoctors);
  const worst = changesWorst(classes);
  return {
    columns: [
      { label: 'Doctors at CT1/ST1' },
      { label: 'Changes worst' },
      { label: 'Without, median', numeric: true },
      { label: 'With, median', numeric: true },
      { label: 'Change, median', numeric: true },
      { label: 'Change, 80% interval', numeric: true },
    ],
    rows: classes.map((one) => {
      const { baseline, option, difference } = one.inclusiveValue;
      return [
        nameOf(one, regions),
        one === worst ? 'yes' : '',
        { value: baseline.median, text: formatNumber(baseline.median, DECIMALS) },
        { value: option.median, text: formatNumber(option.median, DECIMALS) },
        { value: difference.median, text: formatSigned(difference.median, DECIMALS) },
        `${formatSigned(difference.lower80, DECIMALS)} to ${formatSigned(difference.upper80, DECIMALS)}`,
      ];
    }),
  };
}

/** Whose value changes worst, and by how much; null where there are no classes. */
export function worstOffSentence(result: Result): string | null {
  const classes = result.summary.classes.filter(hasDoctors);
  if (classes.length === 0) return null;
  const { year, which } = classYearWords(result);
  const when = `In ${year}, ${which},`;
  const worst = changesWorst(classes);
  if (!worst) return `${when} no class of doctors loses at the median; at least one stays as it is.`;
  const change = changeOf(worst);
  const size = `${formatNumber(Math.abs(change), DECIMALS)} at the median (utility; 0.026 is worth about 1% of basic pay)`;
  return `${when} doctors with ${nameOf(worst, result.regions)} do worst: they ${change < 0 ? 'lose' : 'gain least,'} ${size}.`;
}
