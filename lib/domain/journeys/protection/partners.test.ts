import { describe, expect, it } from 'vitest';
import { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import { drawnPeople, SMALL, storeOf } from '@/lib/domain/journeys/journey-fixture';
import { lookAll, makeNarrowing, narrow } from './narrow';
import { type Attack, partnerOf } from './partners';
import { publicationByTheRule } from './protect-journeys';
import { isRevealed } from './publication';

const RULES = [RULE_SETS.hesa_rounding_5, RULE_SETS.nhs_subnational_1_to_7];
const cases = RULES.flatMap((ruleSet) =>
  [6, 12].flatMap((ways) =>
    ['a', 'b'].map((label) => [`${ruleSet.id}, ${ways} ways, ${label}`, ruleSet, ways, label] as const),
  ),
);

/** Cells that are told of to somebody who knows every third one besides, and who they are to. */
const attackOn = (ruleSet: (typeof RULES)[number], ways: number, label: string) => {
  const publication = publicationByTheRule(
    storeOf(drawnPeople(label, ways), SMALL, { entry: [], foundation: [] }),
    ruleSet,
  );
  const { network, published, codes } = publication;
  const isOwn = (cell: number) => cell % 3 === 0;
  const gaps = { widths: published.widths.map((width, gap) => (isOwn(gap >> 1) ? 0 : width)), far: published.far };
  const narrowing = makeNarrowing(network, gaps);
  lookAll(narrowing);
  narrow(narrowing);
  const attack: Omit<Attack, 'hopeless'> = { publication, gaps, isOwn };
  return { attack, revealed: [...codes.keys()].filter((cell) => isRevealed(publication, gaps, cell) && !isOwn(cell)) };
};

describe('what a search for a partner found hopeless', () => {
  it.each(cases)('makes no difference to the partners of other cells: %s', (_, ruleSet, ways, label) => {
    const { attack, revealed } = attackOn(ruleSet, ways, label);
    const hopeless = new Set<number>();
    const remembering = revealed.map((cell) => partnerOf({ ...attack, hopeless }, cell));
    expect(remembering).toEqual(revealed.map((cell) => partnerOf({ ...attack, hopeless: new Set() }, cell)));
    expect(revealed.length).toBeGreaterThan(0);
  });

  it('is remembered: some cells have no partner', () => {
    const found = cases.map(([, ruleSet, ways, label]) => {
      const { attack, revealed } = attackOn(ruleSet, ways, label);
      const hopeless = new Set<number>();
      const alone = revealed.filter((cell) => partnerOf({ ...attack, hopeless }, cell) === null);
      return { alone: alone.length, hopeless: hopeless.size };
    });
    expect(found.filter(({ alone, hopeless }) => alone > 1 && hopeless > 0).length).toBeGreaterThan(0);
  });
});
