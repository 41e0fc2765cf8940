import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import type { ByFifth, Country, People } from './country';
import { normal, roundTo } from './draw';

/** GPs per 10,000 people in the middle fifth. */
const MIDDLE = 4.8;
const BOARD_SPREAD = 0.04;

/** Fully qualified GPs (full-time equivalent) by fifth of the practice, most deprived first. */
export interface GpSupply {
  readonly fte: readonly number[];
  readonly people: ByFifth;
}

const FIFTHS = [1, 2, 3, 4, 5] as const;

const add = (supplies: readonly GpSupply[], { residentsByFifth }: People): GpSupply => ({
  fte: FIFTHS.map((_, i) => supplies.reduce((total, { fte }) => total + (fte[i] ?? 0), 0)),
  people: residentsByFifth,
});

/** GPs of boards, regions and country; the larger areas are sums of their boards. */
export const gpSupplies = (country: Country, perFifth: number, seed: string) => {
  const boards = country.boards.map(({ code, residentsByFifth }): GpSupply => {
    const own = Math.exp(BOARD_SPREAD * normal(seededGenerator(`${seed}/gps/${code}`)));
    const rate = (fifth: number): number => MIDDLE * own * Math.exp(perFifth * (3 - fifth));
    return {
      fte: FIFTHS.map((fifth, i) => ((residentsByFifth[i] ?? 0) / 10_000) * rate(fifth)),
      people: residentsByFifth,
    };
  });
  const regions = country.regions.map((one, i) =>
    add(
      boards.filter((_, board) => country.boards[board]?.region === i),
      one,
    ),
  );
  return { boards, regions, country: add(boards, country) };
};

/** GPs per 10,000 people of one fifth (0 for the most deprived), or of all; null where nobody lives in the fifth. */
export const gpsPer10k = ({ fte, people }: GpSupply, fifth: number | null): number | null => {
  const sum = (values: readonly number[]): number =>
    fifth === null ? values.reduce((total, value) => total + value, 0) : (values[fifth] ?? 0);
  const residents = sum(people);
  return residents > 0 ? roundTo((sum(fte) / residents) * 10_000, 4) : null;
};
