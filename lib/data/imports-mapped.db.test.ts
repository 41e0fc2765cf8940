import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Database } from '@/db/client';
import { type CommandResult, parseArguments } from '@/lib/cli/command';
import { importCommand } from '@/lib/cli/import-command';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { NotFound } from './errors';
import { listMappings, removeMapping, saveMapping } from './import-mappings';
import { cancelImport, getImport, publishImport, stageImport, withdrawRelease } from './imports';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const THEIRS = ['Jahr', 'Runde', 'Deanery code', 'Fach', 'Stufe', 'Offered', 'Taken'];
const COLUMNS = {
  Jahr: 'year',
  Runde: 'round',
  'Deanery code': 'area_code',
  Fach: 'specialty',
  Stufe: 'level',
  Offered: 'posts',
  Taken: 'accepts',
};
const PAIRS = Object.entries(COLUMNS)
  .map(([theirs, ours]) => `${ours}=${theirs}`)
  .join(',');
const REGION = 'TR-yorkshire-and-the-humber';

let db: Database;
let analyst: Viewer;
let files: ReturnType<typeof importedFiles>;

const fileOf = (year: number, headers: readonly string[] = THEIRS): string =>
  csvOf(headers.join(','), [[year, '1', REGION, 'Paediatrics', 'ST3', 40, 30]]);

const command = async (...argv: readonly string[]): Promise<CommandResult> => {
  const args = parseArguments(argv);
  if (typeof args === 'string') throw new Error(args);
  return runAs(analyst, () => importCommand.run(args, () => {}));
};
const importing = (name: string, content: string, ...argv: readonly string[]) =>
  command('import', files.write(name, content), ...argv);

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

describe('a file of unknown columns, on the command line', () => {
  test('says which headers it has and which columns nothing was found for, beside the documented keys', async () => {
    const { status, document } = await importing('a.csv', fileOf(2020));
    expect(status).toBe(1);
    expect(document).toMatchObject({
      dataset: null,
      status: 'needs_mapping',
      rows: 0,
      errorTotal: 1,
      vintage: null,
      release: null,
      headers: THEIRS,
      missing: expect.arrayContaining(['specialty', 'level']),
      suggested: { dataset: expect.any(String), columns: expect.any(Object) },
    });
  });

  test('is read with the columns that are said, which are kept once it is published for the source that is named', async () => {
    const dry = await importing(
      'b.csv',
      fileOf(2021),
      '--dataset',
      'fill',
      '--map',
      PAIRS,
      '--source',
      'North',
      '--dry-run',
    );
    expect(dry).toMatchObject({ status: 0, document: { status: 'ready', rows: 1, mapping: { source: 'North' } } });
    expect(await runAs(analyst, listMappings)).toEqual([]);
    const done = await importing('b.csv', fileOf(2021), '--dataset', 'fill', '--map', PAIRS, '--source', 'North');
    expect(done).toMatchObject({ status: 0, document: { status: 'published', rows: 1 } });
    expect(await runAs(analyst, listMappings)).toMatchObject([
      { source: 'North', dataset: 'fill', headers: THEIRS, columns: COLUMNS, savedBy: expect.any(String) },
    ]);
  });

  test('may have its mapping in a file', async () => {
    const mapping = path.join(path.dirname(files.write('x', '')), 'mapping.json');
    writeFileSync(mapping, JSON.stringify({ dataset: 'fill', source: 'North', columns: COLUMNS }));
    const read = await importing('c.csv', fileOf(2022), '--mapping', mapping, '--dry-run');
    expect(read).toMatchObject({
      status: 0,
      document: { status: 'ready', mapping: { source: 'North', isSaved: false } },
    });
  });

  test.each([
    ['two columns for one', ['--dataset', 'fill', '--map', `${PAIRS},posts=Jahr`]],
    ['a column that is none', ['--dataset', 'fill', '--map', `${PAIRS},postz=Jahr`]],
    ['no dataset', ['--map', PAIRS]],
    ['no such file', ['--mapping', '/nowhere/mapping.json']],
    ['both forms', ['--mapping', 'a', '--map', PAIRS, '--dataset', 'fill']],
  ])('with %s is a usage fault', async (_, argv) => {
    expect(await importing('d.csv', fileOf(2023), ...argv)).toMatchObject({ status: 2 });
  });
});

describe('a saved mapping', () => {
  test('is used for the next file of those headers, and the ledger names it', async () => {
    const entry = await files.stage('next.csv', fileOf(2024));
    expect(entry).toMatchObject({
      status: 'ready',
      rows: 1,
      mapping: { dataset: 'fill', source: 'North', columns: COLUMNS, isSaved: true },
    });
  });

  test('is not used where the source’s headers changed, nor for another source', async () => {
    const changed = ['Year', ...THEIRS.slice(1)];
    expect(await files.stage('changed.csv', fileOf(2025, changed), { source: 'North' })).toMatchObject({
      status: 'needs_mapping',
      headers: changed,
      mapping: null,
    });
    expect(await files.stage('other.csv', fileOf(2025), { source: 'South' })).toMatchObject({
      status: 'needs_mapping',
      mapping: null,
    });
  });

  test('of each of two sources is used for its own, and neither where the source isn’t named', async () => {
    const turned = { ...COLUMNS, Offered: 'accepts', Taken: 'posts' };
    await runAs(analyst, () => saveMapping({ dataset: 'fill', source: 'South', headers: THEIRS, columns: turned }));
    expect(await files.stage('unnamed.csv', fileOf(2026))).toMatchObject({ status: 'needs_mapping', mapping: null });
    expect((await files.stage('south.csv', fileOf(2026), { source: 'south' })).mapping).toMatchObject({
      source: 'South',
      columns: turned,
    });
  });

  test('maps a file that is an exchange file but for one header', async () => {
    const almost = ['year', 'round', 'area_code', 'specialty', 'Stufe', 'posts', 'accepts'];
    const lacking = await files.stage('almost.csv', fileOf(2027, almost));
    expect(lacking).toMatchObject({ status: 'refused', dataset: 'fill', headers: almost });
    const columns = { ...Object.fromEntries(almost.map((header) => [header, header])), Stufe: 'level' };
    await runAs(analyst, () => saveMapping({ dataset: 'fill', source: 'West', headers: almost, columns }));
    expect(await files.stage('almost.csv', fileOf(2027, almost))).toMatchObject({
      status: 'ready',
      mapping: { source: 'West' },
    });
  });

  test('is replaced by the source’s next one, and asked for again once it is removed', async () => {
    await runAs(analyst, () => saveMapping({ dataset: 'fill', source: 'SOUTH', headers: THEIRS, columns: COLUMNS }));
    const mappings = await runAs(analyst, listMappings);
    expect(mappings.map(({ source }) => source).sort()).toEqual(['North', 'SOUTH', 'West']);
    for (const { id } of mappings) await runAs(analyst, () => removeMapping(id));
    expect(await runAs(analyst, listMappings)).toEqual([]);
    expect(await files.stage('again.csv', fileOf(2028))).toMatchObject({ status: 'needs_mapping' });
    await expect(runAs(analyst, () => removeMapping(mappings[0]?.id ?? ''))).rejects.toThrow(NotFound);
  });
});

test('a mapping is kept with the publication, not of a file that is discarded, on the page too', async () => {
  const mapping = { dataset: 'fill', columns: COLUMNS } as const;
  const stage = async (name: string, year: number) => {
    const request = { file: files.write(name, fileOf(year)), fileName: name, mapping, isLocalOnly: true };
    return (await runAs(analyst, () => stageImport({ ...request, given: { source: 'Page' } }))).entry;
  };
  const ofPage = async () => (await runAs(analyst, listMappings)).filter(({ source }) => source === 'Page');
  const discarded = await stage('discarded.csv', 2031);
  await runAs(analyst, () => cancelImport(discarded.id));
  expect(await ofPage()).toEqual([]);
  const published = await stage('published.csv', 2032);
  await runAs(analyst, () => publishImport(published.id));
  expect(await ofPage()).toMatchObject([{ dataset: 'fill', headers: THEIRS, columns: COLUMNS }]);
  for (const { id } of await ofPage()) await runAs(analyst, () => removeMapping(id));
});

test('the command doesn’t publish what was staged as of another source or kind', async () => {
  await runAs(analyst, () => saveMapping({ dataset: 'fill', source: 'North', headers: THEIRS, columns: COLUMNS }));
  const entry = await files.stage('sourced.csv', fileOf(2033), { source: 'North' });
  expect(entry).toMatchObject({ status: 'ready', mapping: { source: 'North' } });
  for (const said of [
    ['--source', 'South'],
    ['--dataset', 'establishment'],
  ]) {
    const refused = await importing('sourced.csv', fileOf(2033), ...said);
    expect(refused).toMatchObject({ status: 1, document: { errors: [{ rule: 'other_mapping' }] } });
  }
  expect((await runAs(analyst, () => getImport(entry.id))).status).toBe('ready');
  const same = await importing('sourced.csv', fileOf(2033), '--source', 'north');
  expect(same).toMatchObject({ status: 0, document: { status: 'published' } });
  for (const { id } of await runAs(analyst, listMappings)) await runAs(analyst, () => removeMapping(id));
});

test('the command doesn’t publish a file that is staged with other columns', async () => {
  await runAs(analyst, () => saveMapping({ dataset: 'fill', source: 'South', headers: THEIRS, columns: COLUMNS }));
  await files.stage('staged.csv', fileOf(2029));
  const other = PAIRS.replace('posts=Offered,accepts=Taken', 'posts=Taken,accepts=Offered');
  const refused = await importing('staged.csv', fileOf(2029), '--dataset', 'fill', '--map', other);
  expect(refused).toMatchObject({ status: 1, document: { errors: [{ rule: 'other_mapping' }] } });
  const same = await importing('staged.csv', fileOf(2029), '--dataset', 'fill', '--map', PAIRS);
  expect(same).toMatchObject({ status: 0, document: { status: 'published' } });
});

test('the command says of a published file that it isn’t read otherwise before its release is withdrawn', async () => {
  for (const { id } of await runAs(analyst, listMappings)) await runAs(analyst, () => removeMapping(id));
  const asSaid = ['--dataset', 'fill', '--map', PAIRS];
  const send = (...argv: readonly string[]) => importing('shown.csv', fileOf(2034), ...argv);
  for (const on of [[], ['--on', '2099-01-01']]) {
    const done = await send(...asSaid, ...on);
    expect(done).toMatchObject({ status: 0 });
    const { release } = z.object({ release: z.string() }).parse(done.document);
    const otherwise = PAIRS.replace('posts=Offered,accepts=Taken', 'posts=Taken,accepts=Offered');
    for (const said of [
      ['--dataset', 'fill', '--map', otherwise],
      ['--dataset', 'establishment'],
    ]) {
      const refused = await send(...said);
      expect(refused).toMatchObject({
        status: 1,
        document: { status: 'refused', errors: [{ rule: 'other_mapping' }] },
      });
      expect(refused.text).toContain(`Withdraw release ${release} first`);
    }
    for (const said of [asSaid, []]) {
      expect(await send(...said)).toMatchObject({ status: 0, document: { status: 'duplicate', release } });
    }
    await runAs(analyst, () => withdrawRelease(release, 'ordinary', 'Mapped wrongly'));
  }
});
