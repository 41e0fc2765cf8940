import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { CsvCell } from './csv-line';
import type { Entrant } from './entrant';

/** People of a cell of a rounded table. Those without a recorded sex or ethnic group count in `all` only. */
export interface Tally {
  all: number;
  female: number;
  male: number;
  white: number;
  nonWhite: number;
}

export type Tallies = Map<string, Tally>;

export const addTo = (tallies: Tallies, key: string, entrant: Entrant): void => {
  const tally = tallies.get(key) ?? { all: 0, female: 0, male: 0, white: 0, nonWhite: 0 };
  tally.all += 1;
  if (entrant.recordedSex === 'F') tally.female += 1;
  if (entrant.recordedSex === 'M') tally.male += 1;
  if (entrant.recordedEthnicity === 'white') tally.white += 1;
  if (entrant.recordedEthnicity === 'non_white') tally.nonWhite += 1;
  tallies.set(key, tally);
};

/** Counts to the nearest 5, halves up, each on its own as a safe haven lets them out: 0 to 2 become 0. */
export const roundedCells = (tally: Tally | undefined): CsvCell[] =>
  tally === undefined
    ? [0, 0, 0, 0, 0]
    : [tally.all, tally.female, tally.male, tally.white, tally.nonWhite].map(toNearestFive);
