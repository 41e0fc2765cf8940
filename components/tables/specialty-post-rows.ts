import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { plotted } from '@/lib/domain/measure/measure';

const SPECIALTY_POSTS = new Set(['paediatric-posts', 'trauma-orthopaedics-posts']);

type SpecialtyPostRow = {
  key: string;
  indicatorId: string;
  breakdown: string;
  label: string;
  /** The area's own, in the order of `years`; null where none is loaded. */
  own: (Figure | null)[];
  /** Posts in the last year, in so many regions of which they are loaded. */
  all: { posts: number; regions: number };
};

export type SpecialtyPostTable = { years: string[]; rows: SpecialtyPostRow[] };

/** Posts by specialty and level beside every region for which they are published; no rows where none are. */
export function specialtyPostTable({ figures, peers, indicators }: AreaProfile): SpecialtyPostTable {
  const posts = ({ indicatorId }: Figure) => SPECIALTY_POSTS.has(indicatorId);
  const own = figures.filter(posts);
  const all = [...own, ...peers.filter(posts)];
  const years = [...new Set(own.map(({ period }) => period.label))].toSorted();
  const last = years.at(-1);
  const names = new Map(indicators.map(({ id, shortName }) => [id, shortName]));
  const kinds = new Map(own.map((figure) => [`${figure.indicatorId} ${figure.breakdown}`, figure]));
  const rows = [...kinds].map(([key, { indicatorId, breakdown }]): SpecialtyPostRow => {
    const ofKind = (figure: Figure) => figure.indicatorId === indicatorId && figure.breakdown === breakdown;
    const loaded = all.filter((figure) => ofKind(figure) && figure.period.label === last);
    return {
      ...{ key, indicatorId, breakdown, label: `${names.get(indicatorId) ?? indicatorId}, ${breakdown}` },
      own: years.map((year) => own.find((figure) => ofKind(figure) && figure.period.label === year) ?? null),
      all: {
        posts: loaded.reduce((sum, { measure }) => sum + (plotted(measure) ?? 0), 0),
        regions: loaded.length,
      },
    };
  });
  return { years, rows };
}
