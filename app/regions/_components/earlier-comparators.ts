import type { Figure } from '@/lib/contracts/figure';
import { comparatorOf } from '@/lib/domain/indicators/comparator';

/** What a figure is compared with on a page of many areas. */
export type ComparatorFor = (figure: Figure) => Figure | null;

/** Each area against its own figure of an earlier year; without one, against nothing: areas are then not mixed. */
export const earlierComparators =
  (figures: readonly Figure[], year: string): ComparatorFor =>
  (figure) =>
    comparatorOf({ comparatorCode: '', national: [], peers: [], comparatorYear: year, figures }, figure);
