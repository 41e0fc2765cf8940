import type { Measure } from '@/lib/domain/measure/measure';
import { rateOf } from './count-figures';
import { type CountRules, cellMeasure, countOf, type ReachCell } from './published-count';

/** An authority as the home of a school's entrants. Null: not loaded. */
export interface HomeArea {
  readonly code: string;
  /** Code of the training region it lies in. */
  readonly region: string | null;
  readonly entrants: ReachCell;
  /** The count is withheld: what stands for it is in sums with others, and never alone. */
  readonly isWithheld?: boolean;
  /** People aged 16 to 17 who live there. */
  readonly aged16To17: number | null;
  /** Great-circle distance to the school. */
  readonly distanceKm: number | null;
  /** Deprivation score, and share of non-white people among those aged 16 to 17 (%): never part of what is expected. */
  readonly deprivationScore: number | null;
  readonly nonWhitePct: number | null;
}

export interface AreaReach {
  readonly code: string;
  readonly entrants: Measure;
  /** Entrants for each 10,000 people aged 16 to 17. */
  readonly per10000: Measure;
}

const PER_10_000 = 10_000;

/** Entrants by home authority against its young people, in the order given. Limits: exact below 10 entrants, Byar's from 10. */
export const reachByArea = (areas: readonly HomeArea[], rules: CountRules): AreaReach[] =>
  areas.map(({ code, entrants, aged16To17 }) => ({
    code,
    entrants: cellMeasure(entrants),
    per10000: rateOf(countOf(entrants, rules), aged16To17, PER_10_000),
  }));
