import { describe, expect, it } from 'vitest';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { choiceRates, ratesOfProgramme, stageRates } from './national-rates';
import { rateNotes } from './rate-notes';

const example = pathwayExample(2, 3, ['general_practice', 'paediatrics']);
const input = {
  ...example,
  programmes: example.programmes.map((one) => ({ ...one, ...ratesOfProgramme(one.group) })),
  rates: stageRates(),
  choice: { ...example.choice, ...choiceRates({ kind: 'not_loaded', donorsNamed: false }) },
};

describe('rateNotes', () => {
  const [national = '', assumed = '', judged = '', ...others] = rateNotes(input);

  it('tells in a sentence each what is only national and what is assumed, with value and source, and what is a judgement', () => {
    expect(national).toContain('Only national rates');
    expect(national).toContain('Consultants leaving 4.7% a year: 0.4 % a month, 2012 to 2021;');
    expect(national).toContain('Leaving paediatrics 3.95% a year: Middle of 3.7 and 4.2 %');
    expect(judged).toContain('Doctors with a partner or caring tie 20%;');
    expect(assumed).toContain('Deprivation of a region −0.07: ');
    expect(others).toEqual([]);
  });

  it('tells each rate once, however many programmes share it', () => {
    expect(national.split('Years taken against nominal years')).toHaveLength(2);
  });

  it('leaves out what was fitted or loaded of the region', () => {
    const local = { value: 0.02, source: 'Region', provenance: 'published', isRegional: true } as const;
    const notes = rateNotes({ ...input, rates: stageRates({ consultant_leaving: local }) }).join();
    expect(notes).not.toContain('Consultants leaving');
  });

  it('says nothing of a nest that a plain choice doesn’t have', () => {
    expect(judged).toContain('Posts against outside');
    const plain = { ...input, switches: { ...input.switches, choice: 'plain' as const } };
    expect(rateNotes(plain).join()).not.toContain('Posts against outside');
  });
});
