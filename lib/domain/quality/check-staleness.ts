import { dayNumber } from '@/lib/domain/geography/day';
import { isStale } from '@/lib/domain/indicators/staleness';
import { type QualityFlag, WHOLE_DATASET } from './quality-flag';

export interface SourceAge {
  /** Last day of the newest period, ISO. */
  readonly periodEnd: string;
  /** How often the publisher brings out a new one, in months; null where that isn't known or it came once. */
  readonly everyMonths: number | null;
  readonly today: string;
}

const DAYS_PER_MONTH = 30.4375;
/** A publication comes some time after its period: a late one is flagged after one more interval. */
const INTERVALS_ALLOWED = 2;

/** A source whose newest period is over three years old, or that has missed a publication. Throws RangeError for no ISO date. */
export const checkStaleness = ({ periodEnd, everyMonths, today }: SourceAge): QualityFlag[] => {
  const where = { ...WHOLE_DATASET, period: periodEnd };
  if (isStale(periodEnd, today)) {
    const detail = `The newest period ended on ${periodEnd}, over three years ago: shown greyed, never as a headline.`;
    return [{ check: 'stale_source', severity: 'warning', where, detail }];
  }
  const months = (dayNumber(today) - dayNumber(periodEnd)) / DAYS_PER_MONTH;
  if (everyMonths === null || months <= INTERVALS_ALLOWED * everyMonths) return [];
  const rhythm = everyMonths === 1 ? 'every month' : `every ${everyMonths} months`;
  const detail = `Comes out ${rhythm}, and the newest period here ended on ${periodEnd}: a newer release is probably out.`;
  return [{ check: 'stale_source', severity: 'notice', where, detail }];
};
