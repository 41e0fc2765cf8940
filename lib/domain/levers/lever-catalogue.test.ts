import { describe, expect, it } from 'vitest';
import json from '@/db/seeds/published/levers.json';
import { LeverCatalogue } from './lever-catalogue';

const catalogue = LeverCatalogue.parse(json);

describe('the published lever catalogue', () => {
  it('switches exactly the levers without evidence off', () => {
    const wrong = catalogue.levers.filter((lever) => lever.offByDefault !== (lever.certainty === 'none'));
    expect(wrong).toEqual([]);
  });

  it('says where each cost comes from, and names no cost without a published one', () => {
    expect(catalogue.levers.filter((lever) => lever.costBasis === '')).toEqual([]);
    expect(catalogue.levers.filter((lever) => lever.costPerPlacePerYearGbp > 0).map(({ id }) => id)).toEqual([
      'golden-hello',
      'housing-support',
    ]);
  });

  it('refuses a lever twice and a factor with two distributions', () => {
    const [lever] = json.levers;
    const odd = {
      ...lever,
      id: 'odd',
      effect: {
        kind: 'wta',
        factors: [
          {
            name: 'willingness to accept poor working conditions, % of pay',
            distribution: { dist: 'fixed', value: 1 },
          },
        ],
      },
    };
    expect(LeverCatalogue.safeParse({ ...json, levers: [lever, lever] }).success).toBe(false);
    expect(LeverCatalogue.safeParse({ ...json, levers: [...json.levers, odd] }).success).toBe(false);
  });
});
