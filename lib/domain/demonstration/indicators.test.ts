import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { modelWith, readLines } from './cohort-fixture';
import { observationLines } from './observation-files';

const definitions = (folder: string): Record<string, string>[] =>
  parse(readFileSync(path.join(process.cwd(), 'db/seeds', folder, 'indicators.csv'), 'utf8'), { columns: true });

test('every figure of the country has a definition, in the published pack or its own', () => {
  const [published, own] = [definitions('published'), definitions('demonstration')];
  const known = new Set([...published, ...own].map(({ id }) => id));
  const used = new Set(readLines(observationLines(modelWith())).map((row) => row.indicator_id));
  expect([...used].filter((id) => !known.has(id))).toEqual([]);
  expect(own.map((row) => Object.keys(row))).toEqual(own.map(() => Object.keys(published[0] ?? {})));
  expect(own).toHaveLength(5);
});
