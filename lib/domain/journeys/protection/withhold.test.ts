import { describe, expect, it } from 'vitest';
import { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import { drawnPeople, SMALL, storeOf } from '@/lib/domain/journeys/journey-fixture';
import { insidersOf } from './insiders';
import { protectTogether } from './protect-journeys';
import { withholdPartners } from './withhold';

const storeOfAll = (label: string) => storeOf(drawnPeople(label, 25), SMALL, { entry: [], foundation: [] });

describe.each([RULE_SETS.hesa_rounding_5, RULE_SETS.nhs_subnational_1_to_7])(
  'what is withheld for one school is seen by the others: $id',
  (ruleSet) => {
    it.each(['b', 'c', 'd', 'e', 'f'])('and in the end none is told of a cell that has a partner: %s', (label) => {
      const publication = protectTogether(storeOfAll(label), ruleSet);
      const insiders = [...insidersOf(publication.network.numbering, SMALL.regionOf)];
      expect(insiders.length).toBe(2);
      expect(withholdPartners(publication, insiders)).toBe(0);
    });
  },
);
