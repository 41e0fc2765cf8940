import type { Key } from '@/lib/import/key-set';
import type { RowRemark } from '@/lib/import/row-rules';
import { LEVELS, type Level } from './exchange-columns';

/** CT1/ST1 has the posts of CT1 and of ST1. */
interface Combined {
  readonly whole: Level;
  readonly parts: readonly Level[];
  readonly message: string;
}

const COMBINED: readonly Combined[] = LEVELS.filter((level) => level.includes('/')).map((whole) => {
  const names = whole.split('/');
  const parts = LEVELS.filter((level) => names.includes(level));
  const message = `${whole} stands beside ${parts.join(' or ')} of the same time, area and specialty. If they count the same posts, sums over levels count these twice: give either ${whole} or ${parts.join(' and ')}.`;
  return { whole, parts, message };
});
const OF_LEVEL: ReadonlyMap<Level, Combined> = new Map(
  COMBINED.flatMap((one) => [one.whole, ...one.parts].map((level) => [level, one] as const)),
);

/** Whether this row is the first by which the combined level stands beside one of its own: once, in whatever order they come. */
const isFirst = ({ whole, parts }: Combined, level: Level, isAbove: (level: Level) => boolean): boolean =>
  level === whole ? parts.some(isAbove) : isAbove(whole) && !parts.some((part) => part !== level && isAbove(part));

/** Flags a combined level beside one of its own, of the same time, area and specialty. `keyOf` is the file's key of another level. */
export const remarkOverlap =
  <Item extends { readonly level: Level }>(keyOf: (item: Item, level: Level) => Key) =>
  (item: Item, isAbove: (key: Key) => boolean, { report, row }: RowRemark): void => {
    const combined = OF_LEVEL.get(item.level);
    if (!combined || !isFirst(combined, item.level, (level) => isAbove(keyOf(item, level)))) return;
    report.flag('overlapping_levels', combined.whole, combined.message, { row, column: 'level' });
  };
