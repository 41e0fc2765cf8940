import { expect, test } from 'vitest';
import type { Band } from '@/lib/contracts/scenario';
import type { Mix, RunFrontier } from '@/lib/domain/pathway-questions/run-frontier';
import type { AskedRun } from './asked-run';
import { frontierTable } from './frontier-table';

const band = (mean: number, has95: boolean): Band => ({
  ...{ mean, median: mean, lower80: mean - 0.02, upper80: mean + 0.02 },
  ...{ lower95: has95 ? mean - 0.04 : null, upper95: has95 ? mean + 0.04 : null },
});

const mixOf = (has95: boolean): Mix => ({
  ...{ intensities: [20_000], costGbp: 5_000_000 },
  ...{ need: band(0.05, has95), careers: band(0.1, has95), worstOff: band(0.03, has95) },
  ...{ extraPosts: band(12, has95), lostByOthers: band(9, has95) },
});

const answerOf = (has95: boolean) => ({ mixes: [mixOf(has95)], option: mixOf(has95) }) as unknown as RunFrontier;

const run = {
  scenario: { offers: [{ leverId: 'golden-hello', regionCode: 'XR-1', group: null, costPerPlacePerYearGbp: 10_000 }] },
  regions: [{ code: 'XR-1', name: 'Westmarch' }],
} as unknown as AskedRun;

/** The cells of a row under their headings, as they are read. */
function readRow(has95: boolean, name: string): Record<string, string> {
  const { columns, rows } = frontierTable(run, answerOf(has95));
  const cells = rows.find(([head]) => head === name) ?? [];
  expect(cells).toHaveLength(columns.length);
  return Object.fromEntries(
    cells.map((cell, at) => [columns[at]?.label ?? '', typeof cell === 'string' ? cell : cell.text]),
  );
}

test('a mix has both intervals of both purposes where the draws allow them', () => {
  expect(readRow(true, 'A')).toMatchObject({
    'What is offered': 'Golden hello (one-off payment) (Westmarch) at 20,000',
    'Need, mean': '+0.0500',
    'Need, 80% interval': '+0.0300 to +0.0700',
    'Need, 95% interval': '+0.0100 to +0.0900',
    'Careers, 95% interval': '+0.060 to +0.140',
    'Posts lost by other regions, mean': '9.0',
  });
});

test('with too few draws there is no column of 95 %', () => {
  expect(Object.keys(readRow(false, 'A')).filter((label) => label.includes('95%'))).toEqual([]);
});

test('today is what is compared with: no interval is made up for it', () => {
  expect(readRow(true, 'Today')).toMatchObject({
    'What is offered': 'nothing offered',
    'Need, 80% interval': 'exactly 0',
    'Need, 95% interval': 'exactly 0',
    'Careers, 95% interval': 'exactly 0',
  });
});
