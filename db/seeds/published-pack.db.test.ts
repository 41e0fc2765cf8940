import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher, withScope } from '@/db/client';
import { areaSuccessor, indicator, observation } from '@/db/schema';
import { listAreas } from '@/lib/data/areas';
import { getDataStatus } from '@/lib/data/data-status';
import { exportFigures } from '@/lib/data/figure-export';
import { compareAreas, getAreaProfile, getIndicator, listIndicators } from '@/lib/data/figures';
import { forgetPublished } from '@/lib/data/published-store';
import { selectSuccessors } from '@/lib/data/queries/areas';
import { selectAllFigures } from '@/lib/data/queries/figures';
import { getRegionReview } from '@/lib/data/region-review';
import { toFigure } from '@/lib/data/to-figure';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { bySpecialty, STABILITY_INDICATORS } from '@/lib/domain/placements/stability-indicators';
import { intervalWords } from '@/lib/format/interval-words';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, NE, OWN_GRANT, YH } from '@/lib/testing/viewers';
import { loadPublishedPack, packHash } from './load-published-pack';

vi.hoisted(() => {
  process.env.STEAD_TODAY = '2026-11-21';
});

const SETTING_UP_MS = 90_000;
const ENGLAND = 'E92000001';

let db: Database;
let reader: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  reader = await addViewer(db, 'reader@example.test', [OWN_GRANT.analyst]);
}, SETTING_UP_MS);

afterAll(() => db.close());

/** Rows of every published table, as the reader sees them. */
const rowCounts = () =>
  withScope(db, reader.userId, (tx) =>
    tx
      .select({
        areas: sql<number>`(select count(*)::int from area)`,
        memberships: sql<number>`(select count(*)::int from area_membership)`,
        sources: sql<number>`(select count(*)::int from source)`,
        releases: sql<number>`(select count(*)::int from release)`,
        indicators: sql<number>`(select count(*)::int from indicator)`,
        observations: sql<number>`(select count(*)::int from observation)`,
        recommendations: sql<number>`(select count(*)::int from recommendation)`,
        levers: sql<number>`(select count(*)::int from lever)`,
        packs: sql<number>`(select count(*)::int from published_pack)`,
      })
      .from(sql`(select 1) as one`),
  );

const figuresOf = async (indicatorId: string, areaCode: string) => {
  const { figures } = await runAs(reader, () => getIndicator(indicatorId));
  return figures.filter((figure) => figure.areaCode === areaCode);
};

/** An observation that no pack holds. */
const planted = {
  indicatorId: 'imd-score',
  areaCode: 'TR-wessex',
  periodLabel: '=1+1',
  periodStart: '2026-01-01',
  periodEnd: '2026-12-31',
  breakdown: '@SUM(A1)',
  numerator: null,
  denominator: null,
  value: -1.5,
  status: 'value',
  provenance: 'published',
  releaseId: 'specialty-fill-2023-24',
  note: '+HYPERLINK("x")',
};

describe('loading the published pack', () => {
  it('changes nothing where this very pack is loaded already', async () => {
    const before = await rowCounts();
    expect(await loadPublishedPack(db)).toBe(false);
    expect(await rowCounts()).toEqual(before);
  });

  it('adds no row a second time where another pack was loaded last', async () => {
    const before = await rowCounts();
    await withPublisher(db, (tx) => tx.execute(sql`delete from published_pack`));
    expect(await loadPublishedPack(db)).toBe(true);
    expect(await rowCounts()).toEqual(before);
  });

  it('brings a changed definition back to the pack’s', async () => {
    await withPublisher(db, async (tx) => {
      await tx.update(indicator).set({ definition: 'Changed by hand' });
      await tx.execute(sql`delete from published_pack`);
    });
    await loadPublishedPack(db);
    const { indicator: restored } = await runAs(reader, () => getIndicator('imd-score'));
    expect(restored.definition).not.toBe('Changed by hand');
  });

  it('brings a changed share of a split area back to the pack’s', async () => {
    await withPublisher(db, async (tx) => {
      await tx.update(areaSuccessor).set({ weight: 0.5 });
      await tx.execute(sql`delete from published_pack`);
    });
    await loadPublishedPack(db);
    const shares = await withScope(db, reader.userId, selectSuccessors);
    expect(shares).toHaveLength(17);
    expect(shares.filter(({ weight }) => weight === 0.5)).toEqual([]);
  });

  it('is the pack that the foot of the page names', async () => {
    expect(await runAs(reader, getDataStatus)).toMatchObject({ packId: packHash().slice(0, 8) });
  });
});

describe('the published pack', () => {
  it.each([
    ['nhs_region', 7],
    ['icb', 42],
    ['training_region', 11],
    ['local_authority', 296],
  ] as const)('holds every area of the type %s: %i', async (type, count) => {
    expect(await runAs(reader, () => listAreas([type]))).toHaveLength(count);
  });

  it('counts 56,490,108 people in England', async () => {
    expect(await figuresOf('population', ENGLAND)).toMatchObject([{ measure: { kind: 'value', value: 56_490_108 } }]);
  });

  it('gives the ST3 fill of Yorkshire and the Humber in 2024 its Wilson interval, 77.8 to 90.2 %', async () => {
    const figures = await figuresOf('specialty-fill-rate', YH);
    const st3 = figures.find(({ breakdown, period }) => breakdown === 'ST3' && period.label === '2024');
    expect(st3).toMatchObject({
      numerator: 108,
      denominator: 127,
      measure: {
        value: expect.closeTo(85.04, 2),
        interval: { lower: expect.closeTo(77.8, 1), upper: expect.closeTo(90.2, 1) },
      },
    });
  });

  it('gives no sampling interval to an index score or to a rate without counts', async () => {
    expect(await figuresOf('imd-score', YH)).toMatchObject([{ measure: { kind: 'value', interval: null } }]);
    const uk = await figuresOf('specialty-fill-rate', 'K02000001');
    expect(uk.find(({ breakdown }) => breakdown === 'ST3')).toMatchObject({ measure: { value: 90.1, interval: null } });
  });

  it('has no retention in region, and says what would load it', async () => {
    const { indicator: retention, figures } = await runAs(reader, () => getIndicator('retention-in-region'));
    expect(figures).toEqual([]);
    expect(retention.loadHint).not.toBe('');
  });

  it('has GP supply of all five fifths for England and each NHS region, of 2024 only', async () => {
    const { figures } = await runAs(reader, () => getIndicator('gp-fte-per-10k'));
    const fifths = figures.filter(({ breakdown }) => breakdown.startsWith('fifth-'));
    const ofRegions = fifths.filter(({ areaCode }) => /^E(40|92)/.test(areaCode));
    expect(new Set(figures.map(({ period }) => period.label))).toEqual(new Set(['2024']));
    expect(ofRegions).toHaveLength(8 * 5);
    const england = ofRegions.filter(({ areaCode }) => areaCode === ENGLAND);
    expect(england.find(({ breakdown }) => breakdown === 'fifth-1')).toMatchObject({
      measure: { value: 3.81188323866478 },
    });
    expect(england.find(({ breakdown }) => breakdown === 'fifth-5')).toMatchObject({
      measure: { value: 4.86031095706458 },
    });
  });

  it('holds one published figure for an indicator, area, breakdown and period', async () => {
    const rows = await withScope(db, reader.userId, (tx) => selectAllFigures(tx, '2026-11-21'));
    const keys = rows.map((row) => [row.indicatorId, row.areaCode, row.breakdown, row.periodEnd].join(' '));
    expect(rows).toHaveLength(5_266);
    expect(new Set(keys).size).toBe(rows.length);
  });

  it('says of every definition who wrote it, that nobody else checked it, and when it was and will be reviewed', async () => {
    const indicators = await runAs(reader, listIndicators);
    expect(indicators).toHaveLength(61);
    for (const { author, checker, reviewedOn, nextReviewOn } of indicators) {
      expect({ author, checker }).toEqual({ author: 'Stead project', checker: 'not yet checked by a second person' });
      expect(['2026-11-21', '2026-11-22']).toContain(reviewedOn);
      expect(nextReviewOn).toBe(reviewedOn?.replace('2026', '2027'));
    }
  });

  it('defines every measure of placement stability, for regions and by specialty, none of it loaded', async () => {
    const ids = STABILITY_INDICATORS.flatMap((id) => [id, bySpecialty(id)]);
    for (const id of ids) {
      const { indicator: definition, figures } = await runAs(reader, () => getIndicator(id));
      expect(figures).toEqual([]);
      expect(definition.loadHint).toContain('placements.csv');
    }
  });

  it('gives every indicator its interval method, or the reason for none', async () => {
    const words = (await runAs(reader, listIndicators)).map(intervalWords);
    expect(words.filter((text) => text === 'No interval.')).toEqual([]);
  });

  it('has no posts or accepts of the North East', async () => {
    expect(await figuresOf('specialty-fill-rate', NE)).toEqual([]);
  });

  it('marks figures older than three years, and no other, as old', async () => {
    const { figures } = await runAs(reader, () => getIndicator('specialty-fill-rate'));
    const old = figures.filter(({ stale }) => stale).map(({ period }) => period.label);
    expect(old).toEqual([]);
    expect(await figuresOf('population', ENGLAND)).toMatchObject([{ stale: true }]);
    expect(await figuresOf('medical-vacancy-rate', ENGLAND)).toMatchObject([{ stale: true }]);
  });

  it('turns a figure of 2023 old on the first day of 2027, not before', async () => {
    const rows = await withScope(db, reader.userId, (tx) => selectAllFigures(tx, '2026-11-21'));
    const of2023 = rows.filter((row) => row.indicatorId === 'specialty-fill-rate' && row.periodLabel === '2023');
    expect(of2023).toHaveLength(12);
    expect(new Set(of2023.map((row) => toFigure(row, '2026-12-31').stale))).toEqual(new Set([false]));
    expect(new Set(of2023.map((row) => toFigure(row, '2027-01-01').stale))).toEqual(new Set([true]));
  });

  it('lets no old figure into a headline', async () => {
    const { headlines, profile } = await runAs(reader, () => getRegionReview(YH, null));
    const recent = new Set(profile.figures.filter(({ stale }) => !stale).map(({ indicatorId }) => indicatorId));
    const named = headlines.flatMap((headline) => (headline.kind === 'figure' ? [headline.figure.indicatorId] : []));
    expect(headlines.length).toBeLessThanOrEqual(3);
    expect(named.filter((id) => !recent.has(id))).toEqual([]);
  });

  it('compares areas within one period, with England or the UK of that same period', async () => {
    const query = { type: 'training_region', indicatorId: 'specialty-fill-rate', breakdown: 'ST3' } as const;
    const { rows, comparator } = await runAs(reader, () => compareAreas({ ...query, comparatorCode: ENGLAND }));
    const periods = rows.flatMap(({ figure }) => (figure ? [figure.period.label] : []));
    expect(rows).toHaveLength(11);
    expect(periods).toEqual(['2024', '2024', '2024']);
    expect(comparator).toMatchObject({ areaCode: 'K02000001', period: { label: '2024' } });
  });

  it('keeps the catalogue-only measure out of what is compared with peers', async () => {
    const { peers } = await runAs(reader, () => getAreaProfile(YH, null));
    expect(peers.filter(({ indicatorId }) => indicatorId === 'patients-per-gp-incl-trainees')).toEqual([]);
  });
});

describe('boards that changed', () => {
  it('went whole into others: the shares of each add up to 1', async () => {
    const shares = await withScope(db, reader.userId, selectSuccessors);
    const froms = new Set(shares.map(({ fromCode }) => fromCode));
    expect(froms.size).toBe(13);
    for (const code of froms) {
      const own = shares.filter(({ fromCode }) => fromCode === code);
      expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
  });

  it('have provisional codes, never invented official ones, and say so', async () => {
    const boards = await runAs(reader, () => listAreas(['icb'], { on: '2026-04-01' }));
    const fresh = boards.filter(({ validFrom }) => validFrom === '2026-04-01');
    expect(fresh.map(({ name }) => name)).toEqual([
      'Central East',
      'Essex',
      'Hampshire and Isle of Wight',
      'Norfolk and Suffolk',
      'North West and North Central London',
      'Surrey and Sussex',
      'Thames Valley',
    ]);
    for (const { code, note } of fresh) {
      expect(code).toMatch(/^ICB-/);
      expect(note).toContain('Needs confirmation');
    }
  });

  it('have shares that are drafts exactly where a board was split', async () => {
    const shares = await withScope(db, reader.userId, selectSuccessors);
    for (const { weight, basis } of shares) {
      if (weight < 1) expect(basis).toContain('Needs confirmation');
      else expect(basis).toBeNull();
    }
    expect(new Set(shares.flatMap((s) => (s.weight < 1 ? [s.fromCode] : []))).size).toBe(3);
  });
});

describe('a comparison', () => {
  it('takes no comparator of another period, though it is England’s', async () => {
    const query = { type: 'training_region', indicatorId: 'specialty-fill-rate', breakdown: 'ST3' } as const;
    const year = { periodLabel: '2023', periodStart: '2023-01-01', periodEnd: '2023-12-31', breakdown: 'ST3' };
    const england = { ...planted, ...year, indicatorId: 'specialty-fill-rate', areaCode: ENGLAND, value: 80 };
    await withPublisher(db, (tx) => tx.insert(observation).values(england));
    await forgetPublished();
    const { comparator } = await runAs(reader, () => compareAreas({ ...query, comparatorCode: ENGLAND }));
    expect(comparator).toMatchObject({ areaCode: 'K02000001', period: { label: '2024' } });
  });
});

describe('the CSV export', () => {
  it('neutralises text that a spreadsheet would run, and leaves numbers as numbers', async () => {
    await withPublisher(db, (tx) => tx.insert(observation).values(planted));
    await forgetPublished();
    const choice = { indicator: 'imd-score', area: 'TR-wessex' };
    const { body } = await runAs(reader, () => exportFigures(choice, 'csv'));
    const [line = ''] = String(body)
      .split('\r\n')
      .filter((text) => text.includes('SUM(A1)'));
    expect(line).toContain(",'@SUM(A1),'=1+1,");
    expect(line).toContain('"\'+HYPERLINK(""x"")"');
    expect(line).toContain(',value,,-1.5,');
  });

  it('starts with a byte-order mark and one header line', async () => {
    const { body } = await runAs(reader, () => exportFigures({ indicator: 'imd-score', area: NE }, 'csv'));
    expect(String(body).startsWith('\uFEFFindicator,indicator_name,unit,area_code,')).toBe(true);
  });
});
