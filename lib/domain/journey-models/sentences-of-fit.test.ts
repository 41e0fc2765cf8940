import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { fitModel } from './fit-model';
import type { FittedModel } from './fitted-model';
import { journeyCells } from './planted-fixture';
import { sentencesOfFit, shownCoefficients } from './sentences-of-fit';

const demonstration = modelWith();
const { places, entrants } = journeyCells(demonstration, [2021, 2022, 2023, 2024, 2025]);
const [, SPARSE] = places.schools.map(({ code }) => code);

/** The second school with a dozen entrants: too few for slopes of its own. */
const thinned = entrants.map((row, j) => (j === 1 ? row.map((_, i) => (i < 12 ? 1 : 0)) : row));

const fitted = ((): FittedModel => {
  const outcome = fitModel({ model: 'entrants', input: { ...places, entrants: thinned } });
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.fitted;
})();
const shown = shownCoefficients(fitted);

describe('what the screen shows of a fit', () => {
  it('is in the terms too: the shown slope of every school, also of one too sparse for its own', () => {
    const slopes = fitted.bySchool?.slopes ?? [];
    expect(slopes).toHaveLength(3);
    expect(shown).toHaveLength(slopes.length * (places.schools.length + 1));
    const sparse = shown.filter(({ term }) => term.startsWith(`${SPARSE}:`));
    expect(sparse.map(({ term }) => term)).toEqual([
      `${SPARSE}:deprivation:shown`,
      `${SPARSE}:non_white_share:shown`,
      `${SPARSE}:log_distance:shown`,
    ]);
    expect(fitted.coefficients.filter(({ term }) => term.startsWith(`${SPARSE}:`))).toEqual([]);
    for (const { estimate, se, lower, upper } of sparse) {
      expect(lower).toBeCloseTo(estimate - 1.959964 * se, 5);
      expect(upper).toBeCloseTo(estimate + 1.959964 * se, 5);
    }
  });

  it('has no two terms of one name', () => {
    const terms = [...fitted.coefficients, ...shown].map(({ term }) => term);
    expect(new Set(terms).size).toBe(terms.length);
  });

  it('gives every school one sentence, without a figure', () => {
    const sentences = sentencesOfFit(fitted, (code) => code);
    expect(sentences.map(({ school }) => school).toSorted()).toEqual(places.schools.map(({ code }) => code).toSorted());
    expect(sentences.filter(({ sentence }) => /\d/.test(sentence))).toEqual([]);
  });
});
