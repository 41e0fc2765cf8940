import { describe, expect, it } from 'vitest';
import { isPrintable } from '@/lib/contracts/school-card';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import { measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { buildSchoolCard } from './build-school-card';
import { cardInput, plannerReach, tinyReach } from './fixtures/sample-card';
import { sampleReach } from './fixtures/sample-reach';

const cardOf = (reach: SchoolReach) => buildSchoolCard(cardInput(reach));
const given = <Block extends { kind: 'given' | 'absent' }>(block: Block): Extract<Block, { kind: 'given' }> => {
  const isGiven = (one: Block): one is Extract<Block, { kind: 'given' }> => one.kind === 'given';
  if (!isGiven(block)) throw new Error('Not given');
  return block;
};

describe('buildSchoolCard', () => {
  it('names the base of every ratio, with its interval, its shares and what may be said', () => {
    const { figure } = given(cardOf(sampleReach()).who);
    expect(figure.caption).toContain('Base: people aged 16 to 17 in England');
    expect(figure.alt).toContain(
      'Fifth 1 (most deprived) 9.0% (7.0 to 11.0) against 20.0%, ratio 0.45 (0.40 to 0.50), under-represented',
    );
    expect(figure.alt).toContain(
      'Fifth 3 20.0% (18.0 to 22.0) against 20.0%, ratio 1.00 (0.95 to 1.05), not told apart',
    );
  });

  it('shows the eight largest cold spots with interval, names some of the rest, and says what chance would make', () => {
    const cold = given(cardOf(sampleReach()).cold);
    expect(cold.title).toBe('20 of 40 authorities send fewer than expected');
    expect(cold.rows).toHaveLength(8);
    expect(cold.rows[0]).toEqual(['Authority 1', '10', '90', '80', '0.30 (0.18 to 0.42)', '20']);
    expect(cold.lines[0]).toContain('Authority 9, Authority 10, Authority 11, Authority 12 and 8 more');
    expect(cold.lines.join(' ')).toContain('chance alone would name at most 1.0 of them');
  });

  it('puts those who left and those of unknown place beside the largest areas, and stages beside each other', () => {
    const card = cardOf(sampleReach());
    expect(given(card.foundation).figure.alt).toContain('Left 6.0% (5.0 to 7.0); Place not known 2.0% (1.0 to 3.0)');
    expect(given(card.foundation).lines[0]).toContain('it takes 6 areas to hold 70%');
    expect(given(card.foundation).lines[0]).toContain('2 areas are not loaded and not counted');
    const { rows } = given(card.settlement);
    expect(rows.at(-1)).toEqual(['Everybody', '100%', '100%']);
    const shares = rows.slice(0, -1).map(([, cell = '']) => Number.parseFloat(cell));
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 5);
  });

  it('says why there is no footprint, and that too few schools are loaded to depend on', () => {
    const reach = sampleReach();
    if (reach.foundation.kind === 'absent') throw new Error(reach.foundation.words);
    const footprint = { ...reach.foundation.footprint, areas: [], held: null, unknownAreas: 1 };
    const card = cardOf({ ...reach, foundation: { ...reach.foundation, footprint, dependence: [] } });
    expect(given(card.foundation).lines[0]).toBe(
      'One area’s count can’t be shown and may be among the largest, so there is no footprint.',
    );
    expect(card.dependence).toMatchObject({
      kind: 'absent',
      words: expect.stringContaining('fewer than three schools'),
    });
  });

  it('prints each release once, with its day and what it is used for', () => {
    const { sources, releaseLabel } = cardOf(sampleReach());
    expect(sources.map(({ release, dated }) => [release, dated])).toEqual([
      ['home_school-2026', 'published 1 October 2026'],
      ['intake-2026', ''],
      ['school_foundation-2026', ''],
      ['cohort-2026', 'loaded 2 November 2026'],
      ['ons-mid-2025', ''],
    ]);
    expect(sources[1]?.usedFor).toBe('deprivation, sex and ethnic group');
    expect(releaseLabel).toContain('5, listed under Sources');
  });

  it('keeps at most six lines of sources, and every id that there is room for', () => {
    const [population] = cardInput(sampleReach()).populations;
    const populations = ['a', 'b', 'c'].map((releaseId) => ({
      ...population,
      ...{ name: 'N', publisher: 'P' },
      releaseId,
    }));
    const complete = populations.map((one) => ({ licence: 'L', period: '2025', ...one }));
    const { sources } = buildSchoolCard({ ...cardInput(sampleReach()), populations: complete });
    expect(sources).toHaveLength(6);
    expect(sources.at(-1)?.release).toBe('b and c');
  });

  it('leaves the school’s cross-tabs out of a planner’s card, and says so', () => {
    const card = cardOf(plannerReach());
    expect(card.who).toEqual({ kind: 'absent', title: 'Who the entrants are', words: 'This belongs to the school.' });
    expect(card.leftOut).toContain('cross-tabs');
    expect(cardOf(sampleReach()).leftOut).toBe('');
    expect(JSON.stringify(card)).not.toContain('most deprived');
    expect(card.sources.map(({ release }) => release)).not.toContain('intake-2026');
  });

  it('never makes a number of a figure that is withheld', () => {
    const card = cardOf(tinyReach());
    const { figure, lines } = given(card.distance);
    expect(figure.alt).toContain('Up to 50 km Suppressed');
    expect(lines).toEqual([
      'Entrants: Rounds to 0. Distance: median Suppressed, mean Suppressed.',
      'From within 50 km: Suppressed.',
    ]);
    expect(card.cold).toMatchObject({ kind: 'absent', words: 'Too few people to show.' });
    expect(JSON.stringify(card)).not.toMatch(/NaN|Infinity|null/);
  });

  it('says how many entrants rounding leaves possible where that is far apart', () => {
    const reach = sampleReach();
    if (reach.home.kind === 'absent') throw new Error('No homes');
    const interval = { lower: 455, upper: 1_070, level: 0.95, method: 'Rounding' };
    const home = { ...reach.home, entrants: { kind: 'value', value: 475, interval } as const };
    expect(given(cardOf({ ...reach, home }).distance).lines[0]).toContain(
      'Entrants: 475 (rounding leaves 455 to 1,070 possible). Distance',
    );
  });

  it('gives shares without a ratio where the population isn’t loaded', () => {
    const reach = sampleReach();
    const strip = (block: SchoolReach['who']['sex']): SchoolReach['who']['sex'] =>
      block.kind === 'absent'
        ? block
        : {
            ...block,
            groups: block.groups.map((one) => ({
              ...one,
              baseShare: null,
              ratio: { kind: 'not_loaded' },
              reading: null,
            })),
          };
    const { lines, figure } = given(cardOf({ ...reach, who: { ...reach.who, sex: strip(reach.who.sex) } }).who);
    expect(lines[0]).toBe(
      'Sex: Women 60.0% (58.0 to 62.0); Men 40.0% (38.0 to 42.0). Not compared: people aged 16 to 17 in England, 2024 aren’t loaded.',
    );
    expect(figure.alt).not.toContain('Women');
  });

  it('says of an area whose rest would be another school’s figure that it is suppressed', () => {
    const reach = sampleReach();
    if (reach.foundation.kind === 'absent') throw new Error('Not given');
    const dependence = [{ code: 'A', name: 'A', share: SUPPRESSED }];
    expect(given(cardOf({ ...reach, foundation: { ...reach.foundation, dependence } }).dependence).rows).toEqual([
      ['A', 'Suppressed'],
    ]);
  });

  it('marks a demonstration, names no cause, and says that areas are not people', () => {
    expect(cardOf({ ...sampleReach(), root: 'demonstration' }).rootLabel).toMatch(/^DEMONSTRATION/);
    expect(cardOf(sampleReach()).cautions.join(' ')).toMatch(/No causes.*Areas are not people/s);
    expect(JSON.stringify(cardOf(sampleReach()))).not.toMatch(/because of|leads to|due to|effect of/i);
  });

  it('is there only for a reader who sees more than what isn’t loaded', () => {
    expect([sampleReach(), plannerReach(), tinyReach()].map(isPrintable)).toEqual([true, true, true]);
    expect(isPrintable({ ...sampleReach(), reading: 'none' })).toBe(false);
  });

  it('names the unit of a share of exactly everybody', () => {
    const reach = sampleReach();
    if (reach.careers.kind === 'absent') throw new Error('Not given');
    const areas = [{ code: 'A', name: 'A', people: measured(50), share: measured(1) }];
    const card = cardOf({ ...reach, careers: { ...reach.careers, areas } });
    expect(given(card.careers).figure.title).toBe('100% of graduates have a career post in A');
  });
});
