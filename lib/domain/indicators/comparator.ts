import { ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import type { FigureInput } from './figure-input';

export interface ComparatorPool<F extends FigureInput> {
  readonly comparatorCode: string;
  readonly national: readonly F[];
  readonly peers: readonly F[];
}

/**
 * What a figure is compared with: the chosen comparator where it has the same indicator, breakdown and period; else
 * England; else the UK; else nothing. Never another period's figure.
 */
export const comparatorOf = <F extends FigureInput>(pool: ComparatorPool<F>, figure: F): F | null => {
  const candidates = [...pool.national, ...pool.peers].filter(
    (other) =>
      other.indicatorId === figure.indicatorId &&
      other.breakdown === figure.breakdown &&
      other.period.end === figure.period.end &&
      other.areaCode !== figure.areaCode &&
      other.measure.kind === 'value',
  );
  const of = (code: string) => candidates.find(({ areaCode }) => areaCode === code);
  return of(pool.comparatorCode) ?? of(ENGLAND) ?? of(UNITED_KINGDOM) ?? null;
};
