import { describe, expect, it } from 'vitest';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { type Characteristic, type JobPeople, jobRepresentation } from './job-representation';
import { EXACT_COUNTS, ROUNDED_TO_5 } from './published-count';
import { cohortOf, count, rounded, tally } from './reach-fixture';

const { cohort } = cohortOf();
const inSpecialty = cohort.filter(({ specialty }) => specialty !== '');

const SEX: Characteristic = {
  id: 'sex',
  groups: [
    { group: 'F', words: 'Women' },
    { group: 'M', words: 'Men' },
  ],
};
const FIFTHS: Characteristic = {
  id: 'deprivation_quintile',
  groups: ['1', '2', '3', '4', '5'].map((group) => ({ group, words: `People from fifth ${group}` })),
};
const everybody = (key: 'sex' | 'fifth') => ({
  name: 'everybody who started specialty training',
  people: Object.fromEntries(tally(inSpecialty, (one) => one[key])),
});

const jobs = (key: 'sex' | 'fifth', cell = count): JobPeople[] =>
  SPECIALTY_GROUPS.map((group) => {
    const own = tally(
      inSpecialty.filter((one) => one.group === group),
      (one) => one[key],
    );
    return {
      job: group,
      jobName: group.replaceAll('_', ' '),
      stage: 'specialty training',
      people: Object.fromEntries([...own].map(([name, one]) => [name, cell(one)])),
      unknown: cell(key === 'sex' ? (own.get('U') ?? 0) + (own.get('X') ?? 0) : (own.get('') ?? 0)),
    };
  });

const CAUSAL = /because|cause|due to|leads? to|effect|drives?|results? in|influence|impact/i;

describe('who does which job', () => {
  it('finds the planted differences, against a named base', () => {
    const result = jobRepresentation(jobs('sex'), { characteristic: SEX, base: everybody('sex'), rules: EXACT_COUNTS });
    const readingIn = (job: string) => result.find((one) => one.job === job)?.groups[0]?.reading;
    expect(readingIn('surgery')).toBe('under');
    expect(readingIn('obstetrics_gynaecology')).toBe('over');
    expect(readingIn('paediatrics')).toBe('over');
    const fifths = jobRepresentation(jobs('fifth'), {
      characteristic: FIFTHS,
      base: everybody('fifth'),
      rules: EXACT_COUNTS,
    });
    expect(fifths.find(({ job }) => job === 'general_practice')?.groups[0]?.reading).toBe('over');
  });

  it('reads the same from rounded counts, with wider intervals', () => {
    const options = { characteristic: SEX, base: everybody('sex') };
    const exact = jobRepresentation(jobs('sex'), { ...options, rules: EXACT_COUNTS });
    const wide = jobRepresentation(jobs('sex', rounded), { ...options, rules: ROUNDED_TO_5 });
    expect(wide.map(({ groups }) => groups[0]?.reading)).toEqual(exact.map(({ groups }) => groups[0]?.reading));
  });

  it('says what it found with interval and base, and never a cause', () => {
    const all = jobRepresentation(jobs('sex'), { characteristic: SEX, base: everybody('sex'), rules: EXACT_COUNTS });
    const sentences = all.flatMap(({ groups }) => groups.map(({ sentence }) => sentence));
    for (const sentence of sentences) expect(sentence).not.toMatch(CAUSAL);
    expect(sentences.find((sentence) => sentence.startsWith('Women') && sentence.includes('in surgery'))).toMatch(
      /^Women are \d+\.\d% \(95% interval \d+\.\d% to \d+\.\d%\) of those in surgery \(specialty training\) and \d+\.\d% of everybody who started specialty training: 0\.\d\d times their share there, under-represented against it\.$/,
    );
  });

  it('has a sentence for a job that is withheld, not loaded, small or without a base', () => {
    const job = (people: JobPeople['people']): JobPeople => ({
      job: 'x',
      jobName: 'a small specialty',
      stage: 'career post',
      people,
      unknown: count(0),
    });
    const sentences = jobRepresentation(
      [job({ F: { kind: 'suppressed' }, M: count(50) }), job({ F: count(5) }), job({ F: count(7), M: count(5) })],
      { characteristic: SEX, base: { name: 'everybody', people: {} }, rules: EXACT_COUNTS },
    ).map(({ groups }) => groups[0]?.sentence);
    expect(sentences).toEqual([
      'Figures on women in a small specialty (career post) are withheld: too few people.',
      'Figures on women in a small specialty (career post) are not loaded.',
      expect.stringMatching(/^Women are 58\.3% .* there is nothing loaded to compare this with\.$/),
    ]);
  });
});
