import { haversine } from '@/lib/domain/statistics/haversine';
import type { Axis, AxisContext, AxisId } from './axis';
import { CAPITAL_RELATIONS, CAREER_TIES, SETTLEMENTS, STATES } from './axis-label';
import { bandLabels, bandOf } from './distance-bands';
import type { Attribute } from './journey-record';
import { STATE_NUMBER } from './stage-reached';

/** Region axes share their labels, so that equal indices are equal regions; from `regionEnd` on are the states. */
interface RegionAxes {
  readonly regionEnd: number;
}

/** Region of home and school against the region of a later stage; states of the later stage stay, an unknown origin is unknown. */
const overRegions = (
  { regionEnd }: RegionAxes,
  labels: readonly string[],
  needs: readonly [AxisId, AxisId, AxisId],
  indexOf: (first: number, second: number, last: number) => number,
): Axis => ({
  labels: [...labels, ...STATES],
  needs,
  fill: (out, { from, to }, codesOf) => {
    const [first, second, last] = [codesOf(needs[0]), codesOf(needs[1]), codesOf(needs[2])];
    for (let i = 0; i < to - from; i += 1) {
      const [a, b, z] = [first[i] ?? 0, second[i] ?? 0, last[i] ?? 0];
      if (z >= regionEnd) out[i] = labels.length + z - regionEnd;
      else if (a >= regionEnd || b >= regionEnd) out[i] = labels.length + STATE_NUMBER.unknown;
      else out[i] = indexOf(a, b, z);
    }
  },
});

const SETTLEMENT_BY_BITS = [
  SETTLEMENTS.indexOf('newcomer_arrived'),
  SETTLEMENTS.indexOf('returner'),
  SETTLEMENTS.indexOf('newcomer_studied'),
  SETTLEMENTS.indexOf('stayer'),
] as const;

export const settlementAxis = (regions: RegionAxes, destination: AxisId): Axis =>
  overRegions(
    regions,
    SETTLEMENTS,
    ['home_region', 'school_region', destination],
    (home, school, there) => SETTLEMENT_BY_BITS[(home === there ? 1 : 0) + (school === there ? 2 : 0)] ?? 0,
  );

/** `capital`: index of the capital among the regions. */
export const capitalAxis = (regions: RegionAxes, capital: number): Axis =>
  overRegions(regions, CAPITAL_RELATIONS, ['school_region', 'school_region', 'foundation_region'], (from, _, to) => {
    if (from === capital) return CAPITAL_RELATIONS.indexOf(to === capital ? 'within' : 'out_of');
    return CAPITAL_RELATIONS.indexOf(to === capital ? 'into' : 'neither');
  });

/** Home, school and training against the career's region: all four have to be known. */
export const careerTiesAxis = ({ regionEnd }: RegionAxes): Axis => ({
  labels: [...CAREER_TIES, ...STATES],
  needs: ['home_region', 'school_region', 'specialty_region', 'career_region'],
  fill: (out, { from, to }, codesOf) => {
    const ties = (['home_region', 'school_region', 'specialty_region'] as const).map(codesOf);
    const career = codesOf('career_region');
    for (let i = 0; i < to - from; i += 1) {
      const there = career[i] ?? 0;
      if (there >= regionEnd) {
        out[i] = CAREER_TIES.length + there - regionEnd;
        continue;
      }
      let bits = 0;
      let isKnown = true;
      for (const [bit, tie] of ties.entries()) {
        if ((tie[i] ?? 0) >= regionEnd) isKnown = false;
        if (tie[i] === there) bits += 1 << bit;
      }
      out[i] = isKnown ? bits : CAREER_TIES.length + STATE_NUMBER.unknown;
    }
  },
});

/** Distance between two places of each cell, in bands. A place without a position gives `unknown`. */
export const bandAxis = (
  { store, places, bandsKm }: AxisContext,
  origin: Extract<Attribute, 'home' | 'school'>,
): Axis => {
  const labels = bandLabels(bandsKm);
  const [origins, destinations] = [store.codes[origin], store.codes.foundationArea];
  const bands = origins.map((from) => {
    const start = places.positions.get(from);
    return Uint8Array.from(destinations, (to) => {
      const end = places.positions.get(to);
      const distance = start && end ? haversine(start, end) : null;
      return distance?.kind === 'computed' ? bandOf(distance.km, bandsKm) : labels.length + STATE_NUMBER.unknown;
    });
  });
  const [column, areas] = [store.columns[origin], store.columns.foundationArea];
  return {
    labels: [...labels, ...STATES],
    needs: ['foundation_area'],
    fill: (out, { from, to }, codesOf) => {
      const reached = codesOf('foundation_area');
      const firstState = destinations.length - 1;
      for (let cell = from, i = 0; cell < to; cell += 1, i += 1) {
        const state = (reached[i] ?? 0) - firstState;
        out[i] = state >= 0 ? labels.length + state : (bands[column[cell] ?? 0]?.[areas[cell] ?? 0] ?? 0);
      }
    },
  };
};
