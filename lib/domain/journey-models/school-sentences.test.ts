import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { ENTRY_PERIODS } from '@/lib/domain/demonstration/cohort-tables';
import { ENTRY_YEARS } from '@/lib/domain/demonstration/people';
import { destinationSentences } from './destination-sentences';
import { type EntrantsInput, entrantsModel } from './entrants-model';
import { foundationModel } from './foundation-model';
import { AREAS_ARE_NOT_PEOPLE, CAUSE_IS_NOT_KNOWN, PRESTIGE_IS_NOT_DEFINED } from './model-caveats';
import { journeyCells } from './planted-fixture';
import type { SchoolRows } from './reach-design';
import { returnModel } from './return-model';
import { schoolSentences } from './school-sentences';
import { shareModel } from './share-model';
import { shareSentences } from './share-sentences';
import { slopesByFounding } from './slopes-by-founding';

const demonstration = modelWith();
const { schools } = demonstration.country;
const years = (from: number, to: number) => ENTRY_YEARS.filter((year) => year >= from && year <= to);
const periods = ENTRY_PERIODS.map(({ from, to }) => journeyCells(demonstration, years(from, to)));
const together = (of: (count: number) => number): SchoolRows =>
  schools.map((_, j) =>
    demonstration.country.authorities.map((_, i) =>
      periods.reduce((total, { entrants }) => total + of(entrants[j]?.[i] ?? 0), 0),
    ),
  );
const places = periods[0]?.places ?? { authorities: [], schools: [], distancesKm: [] };
const modelOf = (entrants: SchoolRows, more: Partial<EntrantsInput> = {}) => {
  const model = entrantsModel({ ...places, entrants, ...more });
  if (model.kind === 'refused') throw new Error(model.reason);
  return model;
};
const exact = modelOf(together((count) => count));
const rounded = modelOf(together((count) => 5 * Math.round(count / 5)));
const [first] = periods;
const destinations = [first && foundationModel(first.foundation), first && returnModel(first.returns)].flatMap(
  (model) => (model?.kind === 'computed' ? destinationSentences(model) : []),
);
const meanError = ({ coefficients }: typeof exact) =>
  coefficients.reduce((total, { se }) => total + se, 0) / coefficients.length;

describe('sentences of schools', () => {
  it('say what is clear, in the words of association, with figures only in the detail', () => {
    const [oldest, youngest] = [schoolSentences(exact, schools)[0], schoolSentences(exact, schools).at(-1)];
    expect(oldest?.sentence).toBe(
      'Quillmarch Old Schools of Medicine, for the young people who live in each authority: fewer entrants from more deprived authorities; more entrants from authorities with a larger non-white share; fewer from further away, thinning out less than the average school.',
    );
    expect(oldest?.detail).toBe(
      'one standard deviation more deprived: −39% (95% interval −40% to −37%); one standard deviation larger non-white share: 10% (95% interval 8% to 13%); about twice as far: −23% (95% interval −25% to −21%)',
    );
    expect(youngest?.sentence).toBe(
      'Ulvenreach Medical School, for the young people who live in each authority: no clear difference between more and less deprived authorities; no clear difference by the non-white share of authorities; fewer from further away, thinning out more than the average school.',
    );
  });

  it('say in the detail that a direction comes from all schools, where the school’s own entrants leave it open', () => {
    const estimate = (lower: number, upper: number) => ({ estimate: (lower + upper) / 2, se: 0.01, lower, upper });
    const average = estimate(-0.4, -0.2);
    const detail = (own: ReturnType<typeof estimate> | null) =>
      schoolSentences(
        {
          slopes: [{ term: 'deprivation', average, schools: [{ school: 'one', own, shown: average }] }],
          schools: [{ school: 'one' }],
          diagnostics: { leftOut: [] },
        },
        [{ code: 'one', name: 'One', founded: null }],
      )[0]?.detail;
    const words = 'one standard deviation more deprived: −26% (95% interval −33% to −18%';
    const open = '; from all schools together: its own entrants alone leave the direction open)';
    expect(detail(estimate(-0.6, -0.1))).toBe(`${words})`);
    expect(detail(estimate(-0.6, 0.1))).toBe(`${words}${open}`);
    expect(detail(null)).toBe(`${words}${open}`);
  });

  it('say the same of the same cohort given as rounded tables, with wider intervals', () => {
    const sentences = (model: typeof exact) => schoolSentences(model, schools).map(({ sentence }) => sentence);
    expect(sentences(rounded)).toEqual(sentences(exact));
    expect(meanError(rounded)).toBeGreaterThan(meanError(exact));
  });

  it('say why a school has none', () => {
    const nobody = together((count) => count).map((row, j) => (j === 3 ? row.map(() => 0) : row));
    expect(schoolSentences(modelOf(nobody), schools)[3]).toEqual({
      school: 'xd-sothrake',
      sentence: 'Sothrake Medical School: nobody is recorded as entering in this period.',
      detail: null,
    });
  });

  it('say whom schools take from where', () => {
    const [cells] = periods;
    const model = shareModel('non_white_share', {
      ...places,
      ofGroup: cells?.nonWhite ?? [],
      known: cells?.knownEthnicity ?? [],
    });
    if (model.kind === 'refused') throw new Error(model.reason);
    const sentences = shareSentences('non_white_share', model, schools);
    expect(sentences[4]?.sentence).toBe(
      'Kelvarrow Medical School, of its entrants: a larger share of non-white entrants from more deprived authorities; a larger share of non-white entrants from authorities with a larger non-white share; a larger share of non-white entrants from further away.',
    );
    expect(sentences.at(-1)?.sentence).toBe(
      'Ulvenreach Medical School: nobody is recorded as entering in this period.',
    );
  });

  it('say who goes further and who returns', () => {
    expect(destinations.map(({ sentence }) => sentence)).toEqual([
      "Graduates start foundation training in their school's region more often than places and distance alone would give.",
      'White men start less often in areas further from their school, for the places there.',
      'Women go further from their school than men.',
      'Non-white graduates go further from their school than white graduates.',
      "Graduates of the capital region's schools leave it more often than its places, distance and other regions' staying would give.",
      'Graduates of other schools go to the capital region more often than its places and distance alone would give.',
      'Of those who were elsewhere for foundation training, women return to their home region more often than men.',
      'Of those who were elsewhere, non-white doctors return to their home region more often than white doctors.',
      'The more deprived the home, the more often doctors return to their home region.',
    ]);
  });

  it('name no cause', () => {
    const texts = [
      ...destinations.map(({ sentence }) => sentence),
      ...schoolSentences(exact, schools).map(({ sentence }) => sentence),
      AREAS_ARE_NOT_PEOPLE,
      CAUSE_IS_NOT_KNOWN,
      PRESTIGE_IS_NOT_DEFINED,
    ];
    const causal = /\b(because|leads? to|due to|drives?|affects?|results? in|discriminat|prefers?)\b/i;
    expect(texts.filter((text) => causal.test(text))).toEqual([]);
  });
});

describe('slopes against founding', () => {
  it('list schools in order of founding with a rank correlation', () => {
    const byFounding = slopesByFounding(exact, schools, 'log_distance');
    if (byFounding.kind === 'refused') throw new Error(byFounding.reason);
    expect(byFounding.pairs.map(({ founded }) => founded)).toEqual([...schools.map(({ founded }) => founded)].sort());
    expect(byFounding).toMatchObject({ n: 14, term: 'log_distance' });
    expect(byFounding.correlation).toBeCloseTo(-0.982, 3);
    expect(byFounding.upper).toBeLessThan(-0.9);
  });

  it('is refused where the term was left out', () => {
    const alike = places.authorities.map((one) => ({ ...one, deprivationScore: 20 }));
    const model = modelOf(
      together((count) => count),
      { authorities: alike },
    );
    expect(slopesByFounding(model, schools, 'deprivation')).toEqual({ kind: 'refused', reason: 'no_variation' });
  });
});
