import type { ChartTableData } from '@/components/charts/chart-cell';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { formatNumber, formatSigned } from '@/lib/format/number';

type Result = Pick<PathwayModelled, 'regions'> & { readonly summary: Pick<PathwayModelled['summary'], 'classes'> };
type ClassBand = PathwayModelled['summary']['classes'][number];

const DECIMALS = 4;

/** A class that nobody is in has no value; any other has one above 0. */
const hasDoctors = ({ inclusiveValue: { baseline, option } }: ClassBand): boolean =>
  baseline.median > 0 || option.median > 0;

const nameOf = ({ tied, homeRegionCode }: ClassBand, regions: Result['regions']): string => {
  const home = regions.find(({ code }) => code === homeRegionCode)?.name;
  return `${home ? `home in ${home}` : 'home elsewhere'}, ${tied ? 'partner or caring tie' : 'no tie'}`;
};

const least = (classes: readonly ClassBand[], of: 'baseline' | 'option'): ClassBand | null =>
  classes.reduce<ClassBand | null>(
    (worst, one) => (worst === null || one.inclusiveValue[of].median < worst.inclusiveValue[of].median ? one : worst),
    null,
  );

/** What choosing is worth to each class in the last year; who is worst off is marked, without and with the offer. */
export function classTable({ regions, summary }: Result): ChartTableData {
  const classes = summary.classes.filter(hasDoctors);
  const [without, after] = [least(classes, 'baseline'), least(classes, 'option')];
  return {
    columns: [
      { label: 'Doctors at CT1/ST1' },
      { label: 'Worst off' },
      { label: 'Without, median', numeric: true },
      { label: 'With, median', numeric: true },
      { label: 'Change, median', numeric: true },
      { label: 'Change, 80% interval', numeric: true },
    ],
    rows: classes.map((one) => {
      const { baseline, option, difference } = one.inclusiveValue;
      const worst = [...(one === without ? ['without'] : []), ...(one === after ? ['with'] : [])].join(' and ');
      return [
        nameOf(one, regions),
        worst,
        { value: baseline.median, text: formatNumber(baseline.median, DECIMALS) },
        { value: option.median, text: formatNumber(option.median, DECIMALS) },
        { value: difference.median, text: formatSigned(difference.median, DECIMALS) },
        `${formatSigned(difference.lower80, DECIMALS)} to ${formatSigned(difference.upper80, DECIMALS)}`,
      ];
    }),
  };
}

/** Who is worst off with the offer, and whether they gain; null where there are no classes. */
export function worstOffSentence({ regions, summary }: Result): string | null {
  const worst = least(summary.classes.filter(hasDoctors), 'option');
  if (!worst) return null;
  const { difference } = worst.inclusiveValue;
  const change =
    Number(difference.median.toFixed(DECIMALS)) === 0
      ? 'and stay as they are at the median'
      : `and ${difference.median > 0 ? 'gain' : 'lose'} ${formatNumber(Math.abs(difference.median), DECIMALS)} at the median`;
  return `Worst off with the offer are doctors with ${nameOf(worst, regions)}, ${change} (utility; 0.026 is worth about 1% of basic pay).`;
}
