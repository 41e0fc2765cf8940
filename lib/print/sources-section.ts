import { createHash } from 'node:crypto';
import type { BriefingSource } from '@/lib/contracts/briefing';
import type { Figure } from '@/lib/contracts/figure';
import type { BriefingInput } from './briefing-input';
import { chosenPosition } from './position-section';

/** Every figure that a reader can see in the briefing: table, comparators, map, bars. */
export const figuresShown = (input: BriefingInput): readonly Figure[] =>
  [
    ...chosenPosition(input).flatMap((row) => (row.comparator === null ? [row.figure] : [row.figure, row.comparator])),
    ...[input.map, input.bars].flatMap((drawn) =>
      drawn === null ? [] : [...drawn.figures, ...(drawn.benchmark === null ? [] : [drawn.benchmark])],
    ),
  ].filter((figure) => figure.measure.kind !== 'not_loaded');

/** One line a source, with every period used from it. */
export const sourcesSection = (figures: readonly Figure[]): BriefingSource[] => {
  const ids = [...new Set(figures.map((figure) => figure.source.id))];
  return ids.flatMap((id) => {
    const used = figures.filter((figure) => figure.source.id === id);
    const source = used.at(0)?.source;
    if (!source) return [];
    const period = [...new Set(used.map((figure) => figure.period.label))].sort().join('; ');
    const releases = [...new Set(used.map((figure) => figure.releaseId))].sort().join(', ');
    const { name, publisher, licence } = source;
    const url = source.url !== null && /^https?:\/\//.test(source.url) && URL.canParse(source.url) ? source.url : null;
    return [{ name, publisher, period, licence, releases, url }];
  });
};

const FOOTER_CHARACTERS = 60;

/** For the foot of every page; too many releases to print there are named by a digest of their ids. */
export const releaseLabel = (releaseIds: readonly string[]): string => {
  if (releaseIds.length === 0) return 'No data release used';
  const all = releaseIds.join(', ');
  if (all.length <= FOOTER_CHARACTERS) return `Data release ${all}`;
  const digest = createHash('sha256').update(all).digest('hex').slice(0, 8);
  return `Data releases ${digest} (${releaseIds.length}, listed under Sources)`;
};
