import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { observation } from '@/db/schema';
import type { Figure } from '@/lib/contracts/figure';
import type { Viewer } from '@/lib/domain/access/access';
import { ENGLAND } from '@/lib/domain/geography/area';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { listAreas, listVintages } from './areas';
import { listFigures } from './figure-export';
import { compareAreas, getAreaProfile, getIndicator } from './figures';
import { forgetPublished } from './published-store';
import { runAs } from './viewer';

vi.hoisted(() => {
  process.env.STEAD_TODAY = '2026-11-21';
});

const SETTING_UP_MS = 90_000;
const AFTER = '2026-04-01';
const [NW_LONDON, NC_LONDON, LONDON] = ['E54000027', 'E54000028', 'ICB-north-west-and-north-central-london'];
const ESSEX = 'ICB-essex';

let db: Database;
let reader: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  reader = await addViewer(db, 'reader@example.test', [OWN_GRANT.analyst]);
}, SETTING_UP_MS);

afterAll(() => db.close());

const figuresFor = async (indicatorId: string): Promise<Map<string, Figure>> => {
  const { figures } = await runAs(reader, () => getIndicator(indicatorId));
  return new Map(figures.map((figure) => [figure.areaCode, figure]));
};
const numberOf = (figure: Figure | undefined): number => {
  if (figure?.measure.kind !== 'value') throw new Error('no value');
  return figure.measure.value;
};

describe('the boards before and after 1 April 2026', () => {
  it('are 42 and 36, and both can be listed', async () => {
    expect(await runAs(reader, () => listVintages('icb'))).toEqual([
      { from: '2024-04-01', to: '2026-03-31', count: 42, newCount: 42, isShown: true },
      { from: AFTER, to: null, count: 36, newCount: 7, isShown: false },
    ]);
    expect(await runAs(reader, () => listAreas(['icb']))).toHaveLength(42);
    expect(await runAs(reader, () => listAreas(['icb'], { on: '2026-03-31' }))).toHaveLength(42);
    expect(await runAs(reader, () => listAreas(['icb'], { on: AFTER }))).toHaveLength(36);
  });

  it('have the same residents, 56,490,108', async () => {
    const people = await figuresFor('population');
    for (const on of ['2026-03-31', AFTER]) {
      const boards = await runAs(reader, () => listAreas(['icb'], { on }));
      expect(boards.filter(({ code }) => !Number.isInteger(numberOf(people.get(code))))).toEqual([]);
      const total = boards.reduce((sum, { code }) => sum + numberOf(people.get(code)), 0);
      expect(total).toBeCloseTo(56_490_108, 1);
    }
  });

  it('leave the areas of every other type as they are', async () => {
    expect(
      await runAs(reader, () => listAreas(['training_region', 'nhs_region', 'local_authority'], { on: AFTER })),
    ).toHaveLength(11 + 7 + 296);
    expect(await runAs(reader, () => listVintages('training_region'))).toHaveLength(1);
  });
});

describe('a re-based figure', () => {
  it('of counts is made again from them, derived, and says what from', async () => {
    const need = await figuresFor('need-index-core');
    const parts = [need.get(NW_LONDON), need.get(NC_LONDON)];
    const [weighted, registered] = [0, 0].map((_, i) =>
      parts.reduce((sum, part) => sum + ((i === 0 ? part?.numerator : part?.denominator) ?? Number.NaN), 0),
    );
    expect(need.get(LONDON)).toMatchObject({
      measure: { kind: 'value', value: expect.closeTo((weighted ?? 0) / (registered ?? 1), 12) },
      provenance: 'derived',
      releaseId: 'nhse-allocations-2025-26',
      note: 'Re-based from North West London; North Central London: made again from their counts.',
    });
  });

  it('about all residents comes from the authorities of the new board where one before it was split', async () => {
    const fifth = await figuresFor('pop-most-deprived-fifth');
    expect(numberOf(fifth.get(ESSEX))).toBeCloseTo(11.72, 2);
    expect(fifth.get(ESSEX)).toMatchObject({
      provenance: 'derived',
      note: expect.stringContaining('averaged over the 14 local authorities of the new area, weighted by residents'),
    });
    expect(fifth.get(ESSEX)).toMatchObject({ note: expect.stringContaining('Needs confirmation') });
  });

  it('of counts gives each part of a split board its share, and says so', async () => {
    const essex = (await figuresFor('need-index-core')).get(ESSEX);
    expect(essex).toMatchObject({ note: expect.stringContaining('34.6 % of Suffolk and North East Essex') });
    expect(essex).toMatchObject({ note: expect.stringContaining('Needs confirmation') });
    expect(essex).toMatchObject({ measure: { interval: null } });
  });

  it('stays within the figures that it is made from', async () => {
    const imd = await figuresFor('imd-score');
    const values = ['E54000023', 'E54000025', 'E54000026'].map((code) => numberOf(imd.get(code)));
    expect(numberOf(imd.get(ESSEX))).toBeGreaterThan(Math.min(...values));
    expect(numberOf(imd.get(ESSEX))).toBeLessThan(Math.max(...values));
  });

  it('is missing where a breakdown has no denominators, and the page says so', async () => {
    const { figures } = await runAs(reader, () => getIndicator('gp-fte-per-10k'));
    expect(figures.filter(({ areaCode }) => areaCode === ESSEX)).toEqual([]);
    const profile = await runAs(reader, () => getAreaProfile(ESSEX, null));
    expect(profile.succession?.notRebased).toEqual(['GPs per 10,000']);
  });

  it('gives way to what a publisher says of the new board', async () => {
    const own = {
      indicatorId: 'imd-score',
      areaCode: LONDON,
      periodLabel: '2025',
      periodStart: '2025-10-30',
      periodEnd: '2025-10-30',
      breakdown: 'all',
      numerator: null,
      denominator: null,
      value: 21,
      status: 'value',
      provenance: 'published',
      releaseId: 'iod-2025',
      note: null,
    };
    await withPublisher(db, (tx) => tx.insert(observation).values(own));
    await forgetPublished();
    const { figures } = await runAs(reader, () => getIndicator('imd-score'));
    expect(figures.filter(({ areaCode }) => areaCode === LONDON)).toMatchObject([
      { provenance: 'published', measure: { value: 21 } },
    ]);
  });
});

describe('a board’s page', () => {
  it('says what an ended board went into, and stands beside the 42', async () => {
    const { succession, peers, comparedOn } = await runAs(reader, () => getAreaProfile('E54000034', null));
    expect(succession?.wentInto.map(({ name }) => name)).toEqual([
      'Hampshire and Isle of Wight',
      'Surrey and Sussex',
      'Thames Valley',
    ]);
    expect(succession?.basis).toEqual([expect.stringContaining('Needs confirmation')]);
    expect(comparedOn).toBeNull();
    expect(new Set(peers.map(({ areaCode }) => areaCode)).size).toBe(41);
  });

  it('says what a new board was made from, and stands beside the 36', async () => {
    const { succession, peers, comparedOn } = await runAs(reader, () => getAreaProfile(ESSEX, null));
    expect(succession?.madeFrom.map(({ code, weight }) => [code, weight])).toEqual([
      ['E54000023', expect.closeTo(0.3461, 4)],
      ['E54000025', expect.closeTo(0.2133, 4)],
      ['E54000026', 1],
    ]);
    expect(comparedOn).toBe(AFTER);
    expect(new Set(peers.map(({ areaCode }) => areaCode)).size).toBe(35);
  });

  it('has nothing to say of a board that didn’t change', async () => {
    const { succession, peers } = await runAs(reader, () => getAreaProfile('E54000008', null));
    expect(succession).toBeNull();
    expect(new Set(peers.map(({ areaCode }) => areaCode)).size).toBe(41);
  });
});

describe('a comparison and its file', () => {
  const query = { type: 'icb', indicatorId: 'need-index-core', breakdown: null, comparatorCode: ENGLAND } as const;

  it('have a figure for each of the 42, and for each of the 36', async () => {
    for (const [on, count] of [[undefined, 42] as const, [AFTER, 36] as const]) {
      const { rows } = await runAs(reader, () => compareAreas({ ...query, on }));
      expect(rows).toHaveLength(count);
      expect(rows.every(({ figure }) => figure !== null)).toBe(true);
      const file = await runAs(reader, () => listFigures({ indicator: 'need-index-core', type: 'icb', on }));
      expect(file).toHaveLength(count);
    }
  });
});
