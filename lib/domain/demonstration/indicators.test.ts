import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { modelWith, readLines } from './cohort-fixture';
import { observationLines } from './observation-files';

const definitions = (): Record<string, string>[] =>
  parse(readFileSync(path.join(process.cwd(), 'db/seeds/published/indicators.csv'), 'utf8'), { columns: true });

test('every figure of the country has a definition in the published pack', () => {
  const known = new Set(definitions().map(({ id }) => id));
  const used = new Set(readLines(observationLines(modelWith())).map((row) => row.indicator_id));
  expect([...used].filter((id) => !known.has(id))).toEqual([]);
});
