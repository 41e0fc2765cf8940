import type { NodePosts } from '@/lib/domain/pathway/engine/pathway-input';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { LoadedPathway, LoadedRound } from './loaded-pathway';
import type { ProgrammeLength } from './programmes';
import { groupOfSpecialty } from './specialty-groups';

/** Posts and accepts of a node, region and group in the latest year. */
export interface RoundTotals {
  readonly node: NodePosts['node'];
  readonly regionCode: string;
  readonly group: SpecialtyGroup | null;
  readonly posts: number;
  readonly accepts: number;
}

const nodeOf = (level: LoadedRound['level']): NodePosts['node'] =>
  level === 'CT1/ST1' ? 'specialty_entry' : 'higher_entry';

/** F1: doctors in post are who took one. */
const foundationTotals = ({ posts }: Pick<LoadedPathway, 'posts'>): RoundTotals[] => {
  const totals = new Map<string, RoundTotals>();
  for (const { regionCode, level, establishmentFte, inPostFte } of posts) {
    if (level !== 'F1') continue;
    const before = totals.get(regionCode);
    totals.set(regionCode, {
      node: 'foundation',
      regionCode,
      group: null,
      posts: (before?.posts ?? 0) + establishmentFte,
      accepts: (before?.accepts ?? 0) + Math.min(inPostFte, establishmentFte),
    });
  }
  return [...totals.values()];
};

/**
 * Posts and accepts by node, region and group, of the latest year of recruitment. Posts of run-through groups at ST3 and ST4
 * are of a few small programmes and are left out, as are posts of specialties whose group isn't known. More accepts than posts
 * (posts added late) count as all of them filled.
 */
export const roundTotals = (
  { posts, rounds }: Pick<LoadedPathway, 'posts' | 'rounds'>,
  programmes: readonly ProgrammeLength[],
): readonly RoundTotals[] => {
  const latest = Math.max(...rounds.map(({ year }) => year));
  const totals = new Map<string, RoundTotals>();
  for (const round of rounds) {
    const group = groupOfSpecialty(round.specialty);
    const programme = programmes.find((one) => one.group === group);
    const node = nodeOf(round.level);
    if (round.year !== latest || !programme || (node === 'higher_entry' && programme.coreYears === null)) continue;
    const key = `${node} ${round.regionCode} ${programme.group}`;
    const before = totals.get(key);
    totals.set(key, {
      node,
      regionCode: round.regionCode,
      group: programme.group,
      posts: (before?.posts ?? 0) + round.posts,
      accepts: (before?.accepts ?? 0) + Math.min(round.accepts, round.posts),
    });
  }
  return [...foundationTotals({ posts }), ...totals.values()].filter((total) => total.posts > 0);
};
