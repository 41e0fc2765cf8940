import { describe, expect, test } from 'vitest';
import { byCode, modelWith, readLines } from './cohort-fixture';
import { cohortTables } from './cohort-tables';
import { logOdds, standardised } from './draw';
import { establishmentLines } from './establishment-file';
import { fillLines } from './fill-file';
import { observationLines } from './observation-files';
import { placementLines } from './placements-file';
import { retentionLines } from './retention-file';

const model = modelWith();
const { country, effects } = model;
const region = byCode(country.regions);
type Row = Record<string, string>;

/** Part and whole of each training region. */
const byRegion = (rows: readonly Row[], part: (row: Row) => number, whole: (row: Row) => number) =>
  country.regions.map(({ code, deprivationScore, isCapital }) => {
    const own = rows.filter((row) => row.area_code === code);
    const total = (of: (row: Row) => number): number => own.reduce((sum, row) => sum + of(row), 0);
    const z = standardised(deprivationScore, country.regionDeprivation);
    return { z, isCapital, logOdds: logOdds(total(part) / total(whole)) };
  });

/** Least-squares slope of the log-odds on deprivation, outside the capital. */
const slope = (points: ReturnType<typeof byRegion>): number => {
  const used = points.filter(({ isCapital }) => !isCapital);
  const mean = (of: (point: (typeof used)[number]) => number): number =>
    used.reduce((sum, point) => sum + of(point), 0) / used.length;
  const [z, y] = [mean((one) => one.z), mean((one) => one.logOdds)];
  return mean((one) => (one.z - z) * (one.logOdds - y)) / mean((one) => (one.z - z) ** 2);
};

const shareOf = (rows: readonly Row[], isHit: (row: Row) => boolean): number => rows.filter(isHit).length / rows.length;

describe('vacancy', () => {
  const rows = readLines(establishmentLines(model));

  test('is higher in deprived regions, as planted, and lower in the capital', () => {
    const points = byRegion(
      rows,
      (row) => Number(row.establishment_fte) - Number(row.in_post_fte),
      (row) => Number(row.establishment_fte),
    );
    expect(slope(points)).toBeGreaterThan(effects.vacancy.deprivation - 0.12);
    expect(slope(points)).toBeLessThan(effects.vacancy.deprivation + 0.12);
    const capital = points.find(({ isCapital }) => isCapital);
    expect(capital?.logOdds).toBeLessThan(points.reduce((sum, one) => sum + one.logOdds, 0) / points.length);
  });

  test('lies between 4 % and 20 % in every region', () => {
    for (const { logOdds: value } of byRegion(
      rows,
      (row) => Number(row.establishment_fte) - Number(row.in_post_fte),
      (row) => Number(row.establishment_fte),
    )) {
      expect(value).toBeGreaterThan(logOdds(0.04));
      expect(value).toBeLessThan(logOdds(0.2));
    }
  });
});

describe('fill', () => {
  const rows = readLines(fillLines(model));
  const rate = (isCounted: (row: Row) => boolean): number => {
    const counted = rows.filter(isCounted);
    const total = (column: string): number => counted.reduce((sum, row) => sum + Number(row[column]), 0);
    return total('accepts') / total('posts');
  };

  test('is lower in deprived regions, and lower at ST4 than at ST3 than at CT1/ST1', () => {
    const points = byRegion(
      rows,
      (row) => Number(row.accepts),
      (row) => Number(row.posts),
    );
    expect(slope(points)).toBeLessThan(effects.fill.deprivation / 2);
    const [entry, third, fourth] = ['CT1/ST1', 'ST3', 'ST4'].map((level) => rate((row) => row.level === level));
    expect(entry).toBeGreaterThan(third ?? 1);
    expect(third).toBeGreaterThan(fourth ?? 1);
  });

  test('rises with the change of regime', () => {
    const after = rate((row) => row.year === String(effects.fill.regimeYear));
    expect(after).toBeGreaterThan(rate((row) => row.year === String(effects.fill.regimeYear - 1)) + 0.015);
  });
});

describe('retention', () => {
  test('is lower in deprived regions', () => {
    const rows = readLines(retentionLines(model, cohortTables(model))).filter((row) => row.still_in_region_1y !== '');
    const points = byRegion(
      rows,
      (row) => Number(row.still_in_region_1y),
      (row) => Number(row.started),
    );
    expect(Math.abs(slope(points) - effects.retention.deprivation)).toBeLessThan(0.08);
  });
});

describe('GPs', () => {
  test('are fewer for their people in the most deprived fifth', () => {
    const rates = readLines(observationLines(model))
      .filter((row) => row.indicator_id === 'gp-fte-per-10k' && row.area_code === 'XD-orrinmark')
      .filter((row) => row.breakdown !== 'all')
      .map((row) => Number(row.value));
    expect(rates).toHaveLength(5);
    expect([...rates].sort((a, b) => a - b)).toEqual(rates);
  });
});

describe('placements', () => {
  const rows = readLines(placementLines(model));
  const { stableRegions, stableFrom } = effects.placements;
  const isStableRegion = (row: Row): boolean => stableRegions.includes(region(row.area_code ?? '').slug);
  const isAfter = (row: Row): boolean => (row.start ?? '') >= `${stableFrom}-08-01`;
  /** Placements that follow another of the same trainee, and whether the site changed. */
  const later = rows.flatMap((row, i) => {
    const before = rows[i - 1];
    return before?.trainee_ref === row.trainee_ref ? [{ row, hasMoved: before?.site_code !== row.site_code }] : [];
  });
  const movesPerRow = (isCounted: (row: Row) => boolean): number => {
    const counted = later.filter(({ row }) => isCounted(row));
    return counted.filter(({ hasMoved }) => hasMoved).length / counted.length;
  };

  test('become stable in three regions from August 2024 on, and nowhere else', () => {
    const before = movesPerRow((row) => isStableRegion(row) && !isAfter(row));
    expect(movesPerRow((row) => isStableRegion(row) && isAfter(row))).toBeLessThan(before - 0.2);
    const elsewhere = movesPerRow((row) => !isStableRegion(row) && isAfter(row));
    expect(Math.abs(elsewhere - before)).toBeLessThan(0.06);
  });

  test('give more often twelve weeks of notice where they are stable', () => {
    const met = (isCounted: (row: Row) => boolean): number =>
      shareOf(
        rows.filter((row) => row.notice_weeks !== '' && isCounted(row)),
        (row) => Number(row.notice_weeks) >= 12,
      );
    expect(met((row) => isStableRegion(row) && isAfter(row))).toBeGreaterThan(
      met((row) => isStableRegion(row) && !isAfter(row)) + 0.1,
    );
  });

  test('include trainees who stay at one site for three years', () => {
    const sites = new Map<string, Set<string>>();
    const end = new Map<string, string>();
    for (const row of rows) {
      const ref = row.trainee_ref ?? '';
      sites.set(ref, (sites.get(ref) ?? new Set()).add(row.site_code ?? ''));
      end.set(ref, row.end ?? '');
    }
    const startYear = new Map(rows.toReversed().map((row) => [row.trainee_ref ?? '', Number(row.start?.slice(0, 4))]));
    const still = [...sites].filter(
      ([ref, own]) => own.size === 1 && Number(end.get(ref)?.slice(0, 4)) - (startYear.get(ref) ?? 0) === 3,
    );
    expect(still.length).toBeGreaterThan(0);
  });
});
