import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PAGE_TABLES } from '@/lib/contracts/page-tables';

const root = path.resolve(import.meta.dirname, '../..');
const componentsIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => path.join(folder, file));
const SOURCES = new Map(
  [...componentsIn('app'), ...componentsIn('components')].map((file) => [
    file,
    readFileSync(path.join(root, file), 'utf8'),
  ]),
);
const filesWith = (pattern: RegExp): string[] =>
  [...SOURCES]
    .filter(([, text]) => pattern.test(text))
    .map(([file]) => file)
    .sort();

/** What draws a table itself, and how its reader comes to a file of it. */
const DRAWN: Readonly<Record<string, string>> = {
  'app/help/api/_components/api-route.tsx': 'help: explains the product',
  'components/briefing/briefing-table.tsx': 'BriefingFiles beside it',
  'components/charts/chart-table.tsx': 'ChartDownloads in its frame',
  'components/charts/flow-matrix-table.tsx': 'ChartDownloads in its frame',
  'components/charts/rug-table.tsx': 'DownloadLinks beside it',
  'components/ui/data-table.tsx': '`download`, without which it doesn’t compile',
};

/** Tables without a link of their own, and where the link stands that holds all of them. */
const BESIDE: Readonly<Record<string, string>> = {
  'app/data/[indicator]/_components/figures-table.tsx': 'app/data/[indicator]/page.tsx',
  'app/data/counts/[shape]/_components/count-grid.tsx': 'app/data/counts/[shape]/page.tsx',
  'app/data/quality/_components/quality-table.tsx': 'app/data/quality/page.tsx',
  'app/journeys/_components/matrix-view.tsx': 'app/journeys/_components/matrix-view.tsx',
  'app/regions/[area]/_components/indicator-groups.tsx': 'app/regions/[area]/_components/profile-view.tsx',
  'app/regions/_components/regions-table.tsx': 'app/regions/_components/regions-table.tsx',
  'app/regions/_components/rug-view.tsx': 'app/regions/_components/rug-view.tsx',
  'app/schools/[school]/_components/cold-spots.tsx': 'app/schools/[school]/_components/cold-spots.tsx',
  'components/briefing/briefing-affected.tsx': 'components/briefing/briefing-affected.tsx',
  'components/briefing/briefing-option.tsx': 'components/briefing/briefing-option.tsx',
  'components/briefing/briefing-position.tsx': 'components/briefing/briefing-position.tsx',
  'components/briefing/briefing-recommendations.tsx': 'components/briefing/briefing-recommendations.tsx',
  'components/briefing/briefing-sources.tsx': 'components/briefing/briefing-sources.tsx',
  'components/charts/chart-frame.tsx': 'components/charts/chart-frame.tsx',
};

/** Drawings without a frame of their own, and the frame that they stand in. */
const FRAMED: Readonly<Record<string, string>> = {
  'app/regions/_components/indicator-map.tsx': 'app/regions/_components/regions-comparison.tsx',
};

describe('tables and charts', () => {
  it('draw no table but in these components, each with a way to a file', () => {
    expect(filesWith(/<table[ >]/)).toEqual(Object.keys(DRAWN).sort());
  });

  it('that have no link of their own stand beside one', () => {
    const without = /download="beside"|<(ChartTable|RugTable|FlowMatrixTable|BriefingTable)\b/;
    expect(filesWith(without)).toEqual(Object.keys(BESIDE).sort());
    const linked = filesWith(/<(DownloadLinks|BriefingFiles|ChartDownloads|ChartFrame)\b/);
    for (const place of Object.values(BESIDE)) expect(linked).toContain(place);
  });

  it('are without a file only where they explain the product', () => {
    expect(filesWith(/download="help"/)).toEqual(['app/help/files/page.tsx']);
  });

  it('draw no chart outside a frame, which has its table and its files', () => {
    const drawing = filesWith(/from '@\/components\/(charts\/[a-z-]+-chart|maps\/[a-z-]+-map)'/);
    const framed = filesWith(/<ChartFrame\b/);
    expect(drawing.length).toBeGreaterThan(15);
    expect(drawing.filter((file) => !framed.includes(FRAMED[file] ?? file))).toEqual([]);
  });

  it.each(Object.keys(PAGE_TABLES))('%s is linked from a page', (table) => {
    expect(filesWith(new RegExp(`tableFiles\\('${table}'`))).not.toEqual([]);
  });
});
