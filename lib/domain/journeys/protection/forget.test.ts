import { describe, expect, it } from 'vitest';
import { RULE_SETS, type RuleSet } from '@/lib/domain/disclosure/rule-set';
import { person, SMALL, storeOf } from '@/lib/domain/journeys/journey-fixture';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { forget } from './forget';
import { aboveOf, belowOf } from './gaps';
import { goBack, lookAll, makeNarrowing, type Narrowing, narrow, narrowGap } from './narrow';
import { publicationByTheRule } from './protect-journeys';
import { type Publication, withhold } from './publication';

const RULES = [RULE_SETS.hesa_rounding_5, RULE_SETS.nhs_subnational_1_to_7];
const WITHHELD = 25;

/** People of the small country drawn at random. */
const drawn = (label: string) => {
  const next = seededGenerator(label);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  const records = Array.from({ length: 40 }, () =>
    person({
      ...{ homeLadCode: oneOf(SMALL.homes), schoolId: oneOf(SMALL.schools), sex: oneOf(['F', 'M', 'X']) },
      ...{ foundationAreaCode: oneOf(['FA1', 'FA2']), specialtyAreaCode: oneOf(['R1', 'R2', null]) },
      ...{ careerAreaCode: null, careerType: oneOf(['left', 'unknown', null]) },
      count: 1 + Math.floor(next() ** 3 * 30),
    }),
  );
  return storeOf(records, SMALL, { entry: [], foundation: [] });
};

/** Everything that follows from what is published, worked out from the start. */
const narrowedAnew = ({ network, published }: Publication, log: number[] | null = null): Narrowing => {
  const gaps = { widths: published.widths.slice(), far: published.far };
  const narrowing = { ...makeNarrowing(network, gaps), log };
  lookAll(narrowing);
  narrow(narrowing);
  return narrowing;
};

/** Compared as bytes: element by element takes seconds. */
const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Cells with somebody in them, in random order. */
const cellsOf = ({ network, codes }: Publication, label: string): number[] => {
  const next = seededGenerator(label);
  const cells = [...codes.keys()].filter((cell) => (network.truth[cell] ?? 0) > 0);
  return cells
    .map((cell) => [next(), cell] as const)
    .sort(([a], [b]) => a - b)
    .map(([, cell]) => cell);
};

const cases = RULES.flatMap((ruleSet) =>
  ['a', 'b'].map((label) => [`${ruleSet.id}, cohort ${label}`, ruleSet, label] as const),
);
const publicationOf = (ruleSet: RuleSet, label: string) => publicationByTheRule(drawn(label), ruleSet);

describe('what is forgotten when a cell is withheld', () => {
  it.each(cases)('leaves what follows from the rest, and nothing else: %s', (_, ruleSet, label) => {
    const publication = publicationOf(ruleSet, label);
    const narrowing = narrowedAnew(publication);
    const before = narrowing.gaps.widths.slice();
    for (const cell of cellsOf(publication, label).slice(0, WITHHELD)) {
      withhold(publication, cell);
      forget(narrowing, publication.published, [aboveOf(cell), belowOf(cell)]);
      narrow(narrowing);
      expect(isSame(narrowing.gaps.widths, narrowedAnew(publication).gaps.widths)).toBe(true);
    }
    expect(isSame(narrowing.gaps.widths, before)).toBe(false);
  });

  it.each(cases)('is taken back with everything else: %s', (_, ruleSet, label) => {
    const publication = publicationOf(ruleSet, label);
    const log: number[] = [];
    const narrowing = { ...narrowedAnew(publication), log };
    const before = { widths: narrowing.gaps.widths.slice(), ranks: narrowing.ranks.slice() };
    const [known = 0, ...cells] = cellsOf(publication, label);
    for (const gap of [aboveOf(known), belowOf(known)]) narrowGap(narrowing, gap, 0, 0);
    narrow(narrowing);
    for (const cell of cells.slice(0, WITHHELD)) {
      withhold(publication, cell);
      forget(narrowing, publication.published, [aboveOf(cell), belowOf(cell)]);
      narrow(narrowing);
    }
    expect(log.length).toBeGreaterThan(0);
    goBack(narrowing);
    expect(isSame(narrowing.gaps.widths, before.widths)).toBe(true);
    expect(narrowing.ranks.every((rank, gap) => rank === before.ranks[gap])).toBe(true);
  });
});
