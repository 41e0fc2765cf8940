import { PERIODS, person, SMALL } from '@/lib/domain/journeys/journey-fixture';
import { type JourneyRecord, SEXES } from '@/lib/domain/journeys/journey-record';
import { JOURNEY_SHAPES } from '@/lib/domain/journeys/journey-shapes';
import { naiveTables } from '@/lib/domain/journeys/naive-fixture';

/** Everybody who may have gone through the small country, one of each kind, as far as places, sex and stages go. */
function* possiblePeople(homes: readonly string[], schools: readonly string[]): Generator<JourneyRecord> {
  for (const homeLadCode of homes)
    for (const schoolId of schools)
      for (const sex of SEXES)
        for (const foundationAreaCode of ['FA1', 'FA2', null])
          for (const specialtyAreaCode of ['R1', 'R2', null])
            for (const careerAreaCode of ['R1', 'R2', null])
              for (const careerType of ['gp', 'left', 'unknown', null] as const)
                yield person({
                  ...{ homeLadCode, schoolId, sex, foundationAreaCode, specialtyAreaCode, careerAreaCode, careerType },
                  foundationYear: foundationAreaCode === null ? null : 2015,
                  specialtyGroup: specialtyAreaCode === null ? null : 'medicine',
                });
}

/** The tables of everybody, all years, whose columns are no characteristic but sex, that count everybody. */
export const LINKED_SHAPES = JOURNEY_SHAPES.filter(
  ({ columns, fromStage }) => fromStage === 0 && !['ethnicity', 'quintile', 'route'].includes(columns),
);

/** One table of a shape: everybody, or those of one sex. */
export const SLOTS = [{}, ...SEXES.map((sex) => ({ sex }))];

export const cellName = (shape: string, slot: number, key: string): string => `${shape} ${slot} ${key}`;

/** Every cell that one person is in, by table. */
const cellsOf = (one: JourneyRecord): ReadonlyMap<string, string> => {
  const cells = new Map<string, string>();
  for (const shape of LINKED_SHAPES) {
    const filters = shape.characteristics.includes('sex') ? SLOTS : [{}];
    const tables = naiveTables({ records: [one], places: SMALL, periods: PERIODS, shape }, filters);
    tables.forEach((table, slot) => {
      for (const key of Object.keys(table)) {
        cells.set(`${shape.id} ${slot}`, cellName(shape.id, slot, key));
        // A column of a table by sex is a table of that sex too.
        if (shape.columns === 'sex') cells.set(`${shape.id} ${1 + SEXES.indexOf(one.sex)}`, cellName(shape.id, 0, key));
      }
    });
  }
  return cells;
};

/** Σ plus = Σ minus, or Σ plus ≥ Σ minus, over numbered counts. */
export interface KnownSum {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly kind: 'equal' | 'at_least';
}

const rootOf = (parents: Int32Array, cell: number): number => {
  let at = cell;
  for (let next = parents[at] ?? -1; next !== -1 && next !== at; next = parents[at] ?? -1) at = next;
  return at;
};

/**
 * Sums that two tables have in common, whatever the cohort: cells of both that some possible person is in hang together, and the cells
 * of one table that hang together hold as many people as those of the other. Worked out from people, apart from the product's own sums.
 */
const commonSums = (one: Int32Array, other: Int32Array, cells: number): KnownSum[] => {
  const parents = new Int32Array(cells).fill(-1);
  for (let person = 0; person < one.length; person += 1) {
    const [a, b] = [one[person] ?? -1, other[person] ?? -1];
    if (a < 0 || b < 0) continue;
    if (parents[a] === -1) parents[a] = a;
    if (parents[b] === -1) parents[b] = b;
    parents[rootOf(parents, a)] = rootOf(parents, b);
  }
  const ofOne = new Set(one);
  const together = new Map<number, { plus: number[]; minus: number[] }>();
  parents.forEach((parent, cell) => {
    if (parent === -1) return;
    const root = rootOf(parents, cell);
    const sum = together.get(root) ?? { plus: [], minus: [] };
    together.set(root, sum);
    (ofOne.has(cell) ? sum.plus : sum.minus).push(cell);
  });
  return [...together.values()].map((sum) => ({ ...sum, kind: 'equal' as const }));
};

/** All sums among the tables, and the names of the cells by number. */
export const sumsOfPossiblePeople = (homes: readonly string[], schools: readonly string[]) => {
  const everybody = [...possiblePeople(homes, schools)].map(cellsOf);
  const tables = [...new Set(everybody.flatMap((cells) => [...cells.keys()]))];
  const cells = [...new Set(everybody.flatMap((own) => [...own.values()]))];
  const numbers = new Map(cells.map((cell, i) => [cell, i]));
  const columns = tables.map((table) => Int32Array.from(everybody, (own) => numbers.get(own.get(table) ?? '') ?? -1));
  const sums = tables.flatMap((one, i) =>
    tables.flatMap((other, j) => {
      if (j <= i || one.at(-1) !== other.at(-1)) return [];
      return commonSums(columns[i] ?? new Int32Array(), columns[j] ?? new Int32Array(), cells.length);
    }),
  );
  const splits = cells.flatMap((cell, number): KnownSum[] => {
    const [shape = '', slot, ...key] = cell.split(' ');
    if (slot !== '0') return [];
    const minus = SEXES.flatMap((_, s) => numbers.get(cellName(shape, s + 1, key.join(' '))) ?? []);
    return minus.length === 0 ? [] : [{ plus: [number], minus, kind: 'equal' }];
  });
  return { cells, sums: [...sums, ...splits] };
};
