import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import { cohortRecords, placesOf } from '@/lib/domain/journeys/demonstration-fixture';
import { storeOf } from '@/lib/domain/journeys/journey-fixture';
import { protectTogether, publicationByTheRule } from './protect-journeys';
import { toldCells } from './withhold';

const TIMEOUT_MS = 300_000;
const model = modelWith();
const sample = [...cohortRecords(model)].filter((_, i) => i % 12 === 0);
const store = storeOf(sample, placesOf(model), { entry: [], foundation: [] });

describe.each([RULE_SETS.hesa_rounding_5, RULE_SETS.nhs_subnational_1_to_7])(
  'whoever follows the sums of the demonstration cohort one after another: $id',
  (ruleSet) => {
    it(
      'is told of hundreds of small counts cell by cell, and of none where tables are protected together',
      () => {
        expect(toldCells(publicationByTheRule(store, ruleSet), [])).toBeGreaterThan(100);
        expect(toldCells(protectTogether(store, ruleSet), [])).toBe(0);
      },
      TIMEOUT_MS,
    );
  },
);
