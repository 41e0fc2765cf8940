import type { Measure } from '@/lib/domain/measure/measure';
import { shareOf } from './count-figures';
import { type CountRules, countOf, type ReachCell, totalOf } from './published-count';

/** Share of the graduates that a footprint holds (Graham Center). */
export const FOOTPRINT_SHARE = 0.7;

export interface AreaPeople {
  readonly area: string;
  readonly people: ReachCell;
}

export interface Footprint {
  /** Most graduates first. */
  readonly areas: readonly string[];
  /** Share (0 to 1) of the known graduates that they hold; null where there is no footprint. */
  readonly held: number | null;
  /** Areas whose counts are withheld or not loaded: their graduates aren't among the known. */
  readonly unknownAreas: number;
}

interface KnownArea {
  readonly area: string;
  readonly count: number;
}

const mostFirst = (a: KnownArea, b: KnownArea): number => b.count - a.count || a.area.localeCompare(b.area, 'en');

/**
 * The smallest set of areas that holds a share of a school's known graduates: the largest areas, until it is reached;
 * without the last of them it isn't. Counts are the published ones; equal counts go by code.
 * None where more areas round to 0 than there are people in the others, or where one is withheld: it may be among the largest.
 */
export const footprint = (
  areas: readonly AreaPeople[],
  rules: CountRules,
  wanted: number = FOOTPRINT_SHARE,
): Footprint => {
  const known = areas.flatMap(({ area, people }): KnownArea[] => {
    const counted = countOf(people, rules);
    return counted.kind === 'count' && counted.count > 0 ? [{ area, count: counted.count }] : [];
  });
  const unknownAreas = areas.filter(({ people }) => ['suppressed', 'not_loaded'].includes(people.kind)).length;
  const total = known.reduce((sum, { count }) => sum + count, 0);
  const shown = totalOf(
    areas.flatMap(({ people }) => (countOf(people, rules).kind === 'count' ? [people] : [])),
    rules,
  );
  const isWithheld = areas.some(({ people }) => people.kind === 'suppressed');
  if (total === 0 || isWithheld || (shown.kind === 'count' && shown.isThin))
    return { areas: [], held: null, unknownAreas };
  const chosen: string[] = [];
  let held = 0;
  for (const { area, count } of known.sort(mostFirst)) {
    if (held >= wanted * total) break;
    chosen.push(area);
    held += count;
  }
  return { areas: chosen, held: held / total, unknownAreas };
};

export interface Dependence {
  readonly area: string;
  /** Share (0 to 1) of the area's people who come from the school. */
  readonly share: Measure;
}

interface AreaShare {
  readonly area: string;
  readonly share: Measure;
}

const size = ({ share }: AreaShare): number => (share.kind === 'value' ? share.value : Number.NEGATIVE_INFINITY);

/** Gaps last; equal shares by code. */
export const largestFirst = (a: AreaShare, b: AreaShare): number =>
  (size(b) === size(a) ? 0 : size(b) - size(a)) || a.area.localeCompare(b.area, 'en');

/** Of everybody in an area, from whichever school, the share who come from this one; most dependent first, gaps last. */
export const dependence = (
  areas: readonly {
    readonly area: string;
    readonly fromSchool: ReachCell;
    /** One cell for each school, this one among them. */
    readonly fromSchools: readonly ReachCell[];
  }[],
  rules: CountRules,
): Dependence[] =>
  areas
    .map(({ area, fromSchool, fromSchools }) => ({
      area,
      share: shareOf(countOf(fromSchool, rules), totalOf(fromSchools, rules), rules),
    }))
    .sort(largestFirst);
