import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

type Plant = readonly [file: string, imported: string];

const VIOLATIONS: readonly Plant[] = [
  ['lib/domain/measure/planted.ts', '@/db/client'],
  ['lib/domain/measure/planted.ts', '@/lib/contracts/figure'],
  ['lib/domain/measure/planted.ts', 'node:fs'],
  ['lib/domain/measure/planted.ts', '../statistics/wilson'],
  ['lib/domain/measure/planted.ts', './../statistics/wilson'],
  ['lib/contracts/planted.ts', '@/lib/data/figures'],
  ['lib/format/planted.ts', '@/lib/data/figures'],
  ['lib/client/planted.ts', '@/lib/data/figures'],
  ['lib/auth/planted.ts', '@/lib/data/sign-in'],
  ['lib/data/planted.ts', '@/components/ui/button'],
  ['lib/data/planted.ts', 'next-auth'],
  ['lib/data/planted.ts', '@/lib/print/render-briefing'],
  ['lib/print/planted.ts', '@/lib/data/figures'],
  ['lib/jobs/planted.ts', '@/db/client'],
  ['lib/cli/planted.ts', '@/db/client'],
  ['db/planted.ts', '@/lib/data/figures'],
  ['components/ui/planted.tsx', '@/lib/data/figures'],
  ['components/ui/planted.tsx', '@/app/page'],
  ['components/ui/planted.tsx', '@tremor/react'],
  ['app/regions/planted.tsx', '@/db/client'],
  ['app/regions/planted.tsx', '@/lib/print/build-briefing'],
  ['app/regions/planted.tsx', 'next-auth'],
  ['app/regions/planted.tsx', '@tremor/react/dist/components/layout-elements/Card/Card.js'],
];

const CONTROLS: readonly Plant[] = [
  ['lib/domain/measure/planted.ts', '@/lib/domain/statistics/wilson'],
  ['lib/domain/measure/planted.ts', 'zod'],
  ['lib/contracts/planted.ts', '@/lib/domain/measure/measure'],
  ['lib/data/planted.ts', '@/db/client'],
  ['lib/print/planted.ts', '@/lib/domain/measure/measure'],
  ['components/tremor/planted.tsx', '@tremor/react'],
  ['components/ui/planted.tsx', '@/lib/contracts/figure'],
  ['app/regions/planted.tsx', '@/lib/data/figures'],
  ['lib/auth/planted.ts', 'next-auth'],
];

let tree: string;
let output: string;

/** A file of its own for every plant, in the folder that the rule is for. */
const nameOf = ([file, imported]: Plant): string =>
  file.replace('planted', `planted-${Buffer.from(imported).toString('hex')}`);

beforeAll(() => {
  tree = mkdtempSync(path.join(os.tmpdir(), 'stead-layers-'));
  cpSync(path.join(root, '.config'), path.join(tree, '.config'), { recursive: true });
  cpSync(path.join(root, '.gitignore'), path.join(tree, '.gitignore'));
  for (const plant of [...VIOLATIONS, ...CONTROLS]) {
    const file = path.join(tree, nameOf(plant));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `import { planted } from '${plant[1]}';\n\nexport const used = planted;\n`);
  }
  const args = ['lint', '--config-path=.config', '--only=style/noRestrictedImports', '--max-diagnostics=200', '.'];
  const ran = spawnSync(path.join(root, 'node_modules/.bin/biome'), args, { cwd: tree, encoding: 'utf8' });
  output = `${ran.stdout}${ran.stderr}`;
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

const isRefused = (plant: Plant): boolean => output.includes(`${nameOf(plant)}:1:25 lint/style/noRestrictedImports`);

describe('layer rules', () => {
  it.each(VIOLATIONS)('%s may not import %s', (...plant) => {
    expect(isRefused(plant)).toBe(true);
  });

  it.each(CONTROLS)('%s may import %s', (...plant) => {
    expect(isRefused(plant)).toBe(false);
  });
});
