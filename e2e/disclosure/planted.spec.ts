import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext, Page } from '@playwright/test';
import { z } from 'zod';
import { makeBriefing } from '@/e2e/fixtures/briefing-page';
import { hasPdftotext, printedText } from '@/e2e/fixtures/pdf';
import { expect, test } from '@/e2e/fixtures/test';

/*
 * Small counts were planted before the server started (see lib/testing/plant-counts.ts). Everything that a reader can
 * fetch is searched for them. Those planted without a rule have to be found, so that the search is known to work.
 */

const Share = z.object({ breakdown: z.string(), areaCode: z.string(), count: z.number(), base: z.number() });
const Cell = z.object({ row: z.string(), column: z.string(), count: z.number() });
const Planted = z.object({
  indicator: z.string(),
  shape: z.string(),
  shares: z.array(Share),
  open: z.array(Share),
  cells: z.array(Cell),
});

const directory = process.env.STEAD_DIR ?? '';
const planted = Planted.parse(JSON.parse(readFileSync(path.join(directory, 'planted.json'), 'utf8')));
const { indicator, shape, shares, open, cells } = planted;

/** The numbers that give a share away: its base as stored and as printed. */
const tracesOf = ({ base }: z.infer<typeof Share>): string[] => [String(base), base.toLocaleString('en-GB')];

const foundIn = (text: string, wanted: readonly z.infer<typeof Share>[]): string[] =>
  // A number of its own, not part of an area's code.
  wanted
    .flatMap(tracesOf)
    .filter((trace) => text.includes(trace) && new RegExp(`(?<![\\w.])${trace}(?!\\d)`).test(text));

const REGION = 'TR-yorkshire-and-the-humber';
const areas = [...new Set([...shares, ...open].map(({ areaCode }) => areaCode))];
const PAGES = [
  ...areas.map((code) => `/regions/${code}`),
  `/regions/${REGION}?view=compare`,
  `/data/${indicator}`,
  '/',
  '/regions',
  ...['tiles', 'bars', 'bubbles', 'rug', 'association'].flatMap((view) => [
    `/regions?view=${view}&indicator=${indicator}`,
    `/regions?type=icb&view=${view}&indicator=${indicator}&breakdown=planted+0`,
    `/regions?type=icb&view=${view}&indicator=${indicator}&breakdown=open+0`,
  ]),
  '/data',
  '/data/quality',
  `/data/quality?indicator=${indicator}`,
  '/data/quality?country=demonstration',
  `/data/${indicator}?country=demonstration`,
  '/data/counts',
  ...['england', 'nhs_region', 'icb'].map((level) => `/data/counts/${shape}?level=${level}`),
];
const FILES = [
  `/api/v1/figures?indicator=${indicator}`,
  `/api/v1/figures?indicator=${indicator}&format=csv`,
  `/api/v1/figures?indicator=${indicator}&country=demonstration`,
  `/api/v1/figures?indicator=${indicator}&country=demonstration&format=csv`,
  '/api/v1/indicators',
  '/api/v1/quality',
  '/api/v1/quality?format=csv',
  '/api/v1/quality?country=demonstration',
  `/api/v1/counts/${shape}?level=icb`,
  `/api/v1/counts/${shape}?level=icb&format=csv`,
];

async function textOf(api: APIRequestContext, address: string, headers = {}): Promise<string> {
  const answer = await api.get(address, { headers });
  expect(answer.ok(), address).toBe(true);
  return answer.text();
}

/** What the medium says, and whether what stands open in it is found. */
async function search(texts: AsyncIterable<{ address: string; text: string }>): Promise<void> {
  let openFound = 0;
  for await (const { address, text } of texts) {
    expect(foundIn(text, shares), address).toEqual([]);
    openFound += foundIn(text, open).length;
  }
  expect(openFound, 'the search finds what is not protected').toBeGreaterThan(0);
}

async function* fetched(api: APIRequestContext, addresses: readonly string[], headers = {}) {
  for (const address of addresses) yield { address, text: await textOf(api, address, headers) };
}

test.use({ role: 'yorkshire' });
test.describe.configure({ timeout: 240_000 });

test('at least 500 small counts are planted', () => {
  expect(shares.length + cells.length).toBeGreaterThanOrEqual(500);
});

test('no planted count is in the HTML of any page', async ({ requestAs }) => {
  await search(fetched(await requestAs('yorkshire'), PAGES));
});

test('no planted count is in what the server sends for a page without its HTML', async ({ requestAs }) => {
  await search(fetched(await requestAs('yorkshire'), PAGES, { RSC: '1' }));
});

test('no planted count is in JSON or CSV', async ({ requestAs }) => {
  await search(fetched(await requestAs('yorkshire'), FILES));
});

test('no planted count is in a briefing, its JSON or the text of its PDF', async ({ page, requestAs }) => {
  test.skip(!hasPdftotext, 'pdftotext is not installed');
  await page.goto(`/briefings/new?area=${REGION}`);
  const id = await makeBriefing(page);
  const api = await requestAs('yorkshire');
  const pdf = printedText(await (await api.get(`/api/v1/briefings/${id}/pdf`)).body());
  const texts = [await page.content(), await textOf(api, `/api/v1/briefings/${id}`), pdf];
  for (const text of texts) expect(foundIn(text, shares)).toEqual([]);
  expect(foundIn(pdf, open)).not.toEqual([]);
});

test('every planted share is suppressed in the figures, without counts', async ({ requestAs }) => {
  const Figures = z.object({
    figures: z.array(
      z.object({
        areaCode: z.string(),
        breakdown: z.string(),
        measure: z.object({ kind: z.string() }),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
      }),
    ),
  });
  const api = await requestAs('yorkshire');
  const found = [];
  for (const country of ['england', 'demonstration']) {
    const address = `/api/v1/figures?indicator=${indicator}&country=${country}`;
    found.push(...Figures.parse(JSON.parse(await textOf(api, address))).figures);
  }
  const at = new Map(found.map((figure) => [`${figure.areaCode} ${figure.breakdown}`, figure]));
  for (const { areaCode, breakdown } of shares)
    expect(at.get(`${areaCode} ${breakdown}`)).toMatchObject({
      measure: { kind: 'suppressed' },
      numerator: null,
      denominator: null,
    });
});

test('every planted cell is hidden in JSON, CSV and on the page', async ({ page, requestAs }) => {
  const View = z.object({
    columns: z.array(z.object({ code: z.string(), name: z.string() })),
    rows: z.array(z.object({ code: z.string(), name: z.string(), cells: z.array(z.object({ kind: z.string() })) })),
  });
  const api = await requestAs('yorkshire');
  const view = View.parse(JSON.parse(await textOf(api, `/api/v1/counts/${shape}?level=icb`)));
  const csv = await textOf(api, `/api/v1/counts/${shape}?level=icb&format=csv`);
  await page.goto(`/data/counts/${shape}?level=icb`);
  const shown = await tableTexts(page);
  for (const { row, column } of cells) {
    const c = view.columns.findIndex(({ code }) => code === column);
    const r = view.rows.findIndex(({ code }) => code === row);
    expect(view.rows[r]?.cells[c]).toEqual({ kind: 'suppressed' });
    expect(shown[r]?.[c]).toBe('c');
    const line = csv.split('\r\n').find((one) => one.startsWith(`${row},`) && one.includes(`,${column},`));
    expect(line).toContain(',suppressed,c,,');
  }
});

const tableTexts = (page: Page): Promise<string[][]> =>
  page
    .getByRole('table')
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent ?? '')),
    );

test('no planted count is in the log of the server', () => {
  const log = readFileSync(path.join(directory, 'server.log'), 'utf8');
  expect(log.length).toBeGreaterThan(0);
  expect(foundIn(log, [...shares, ...open])).toEqual([]);
});
