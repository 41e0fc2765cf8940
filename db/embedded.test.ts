import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded, withScope } from './client';
import { lockHolder } from './lock';
import { note } from './schema';

const ENOUGH_NOTES = 25;
const TWO_STARTS_MS = 60_000;

/** Below the checkout, from where the bundled writer finds its packages. */
const WORKSPACE = path.join(process.cwd(), '.stead');

let directory: string;
let children: ChildProcess[];

beforeEach(async () => {
  mkdirSync(WORKSPACE, { recursive: true });
  directory = mkdtempSync(path.join(WORKSPACE, 'test-'));
  children = [];
  await build({
    entryPoints: ['lib/testing/embedded-writer.ts'],
    outfile: path.join(directory, 'writer.mjs'),
    bundle: true,
    packages: 'external',
    alias: { 'server-only': path.resolve('lib/testing/server-only.ts') },
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'warning',
  });
});

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

const dataDirectory = () => path.join(directory, 'data');

function startWriter() {
  const child = spawn(process.execPath, [path.join(directory, 'writer.mjs'), dataDirectory()]);
  children.push(child);
  return child;
}

/** Every line the writer printed until it died; killed without warning at the line that `last` names. */
async function linesUntilKilled(child: ReturnType<typeof startWriter>, last: string): Promise<string[]> {
  const lines: string[] = [];
  const ended = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (line === last) child.kill('SIGKILL');
  }
  // Until the process has been waited for, its id still exists.
  await ended;
  return lines;
}

async function outputOf(child: ReturnType<typeof startWriter>): Promise<{ status: unknown; message: string }> {
  let message = '';
  child.stderr.on('data', (chunk) => {
    message += String(chunk);
  });
  const [status] = await once(child, 'close');
  return { status, message };
}

describe('the embedded database', { timeout: TWO_STARTS_MS }, () => {
  it('keeps every acknowledged write of a process that is killed, and opens again', async () => {
    const [user = '', ...acknowledged] = await linesUntilKilled(startWriter(), `note ${ENOUGH_NOTES}`);
    const db = await openEmbedded(dataDirectory());
    const rows = await withScope(db, user.replace('user ', ''), (tx) => tx.select({ body: note.body }).from(note));
    await db.close();
    const kept = new Set(rows.map(({ body }) => body));
    expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH_NOTES);
    expect(acknowledged.filter((body) => !kept.has(body))).toEqual([]);
    expect(rows.length).toBeLessThanOrEqual(acknowledged.length + 1);
  });

  it('refuses a second process with a clear message while the first goes on writing', async () => {
    const first = startWriter();
    const lines = createInterface({ input: first.stdout })[Symbol.asyncIterator]();
    await lines.next();
    const { status, message } = await outputOf(startWriter());
    expect(status).toBe(1);
    expect(message).toContain(`in use by process ${first.pid}. Stop that process first`);
    expect(lockHolder(dataDirectory())).toBe(first.pid);
    expect((await lines.next()).value).toMatch(/^note \d+$/);
    await expect(openEmbedded(dataDirectory())).rejects.toThrow(`in use by process ${first.pid}`);
  });
});
