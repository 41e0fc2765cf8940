import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';

const POSTS = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
const post = (level: string, specialty = 'surgery', area = 'TR-wessex', day = '2026-03-31') =>
  `${day},${area},${specialty},${level},10,9`;
const OVERLAPPING = ['CT1', 'CT1/ST1', 'ST1'].map((level) => post(level));

const flagsOf = async (header: string, rows: readonly string[]) => {
  const { reading } = await readFixture(csv(header, ...rows));
  expect(reading).toMatchObject({ status: 'ready', rows: rows.length, errorTotal: 0 });
  return reading.flags;
};

describe('a combined level beside one of its own', () => {
  it('is flagged with the row that brings both together, and stops nothing', async () => {
    const [flag, ...others] = await flagsOf(POSTS, [post('CT2'), ...OVERLAPPING]);
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      rule: 'overlapping_levels',
      detail: 'CT1/ST1',
      count: 1,
      at: [{ row: 4, column: 'level' }],
    });
    expect(flag?.message).toContain('CT1/ST1 stands beside CT1 or ST1 of the same time, area and specialty.');
    expect(flag?.message).toContain('give either CT1/ST1 or CT1 and ST1');
  });

  it('is flagged in files of recruitment too, in the same round', async () => {
    const header = 'year,round,area_code,specialty,level,posts,accepts';
    const row = (round: string, level: string) => `2025,${round},TR-wessex,surgery,${level},10,9`;
    const flags = await flagsOf(header, [row('all', 'CT1/ST1'), row('1', 'ST1'), row('all', 'ST1')]);
    expect(flags).toMatchObject([{ rule: 'overlapping_levels', count: 1, at: [{ row: 4 }] }]);
    expect(await flagsOf(header, [row('all', 'CT1/ST1'), row('all', 'ST3')])).toEqual([]);
  });

  it('counts once, in whatever order the rows come', async () => {
    const rows = [...OVERLAPPING, ...['CT1', 'CT1/ST1'].map((level) => post(level, 'medicine')), post('ST3')];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        expect(await flagsOf(POSTS, shuffled)).toMatchObject([{ rule: 'overlapping_levels', count: 2 }]);
      }),
      { numRuns: 30 },
    );
  });

  it('is none in another specialty, area or period, nor are CT1 and ST1 without it', async () => {
    const apart = [
      post('CT1', 'medicine'),
      post('CT1', 'surgery', 'TR-london'),
      post('ST1', 'surgery', 'TR-wessex', '2025-12-31'),
    ];
    expect(await flagsOf(POSTS, [post('CT1/ST1'), ...apart])).toEqual([]);
    expect(
      await flagsOf(
        POSTS,
        ['CT1', 'ST1', 'ST2', 'F1'].map((level) => post(level)),
      ),
    ).toEqual([]);
  });
});
