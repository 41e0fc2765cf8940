import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DatabaseHeld, lockHolder, takeLock } from './lock';

/** Above the largest process id of Linux (2^22) and macOS, so nobody has it. */
const NO_SUCH_PROCESS = 2 ** 30;

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), 'stead-lock-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

const lockFile = () => path.join(directory, 'lock');
const heldBy = (content: string) => writeFileSync(lockFile(), content);

describe('the lock of the embedded database', () => {
  it('is taken in a directory that does not exist yet, and names its holder', () => {
    const inside = path.join(directory, 'new', 'data');
    takeLock(inside);
    expect(lockHolder(inside)).toBe(process.pid);
  });

  it('refuses a second process, names the first and says what to do', () => {
    heldBy(`${process.ppid}\n`);
    expect(() => takeLock(directory)).toThrow(DatabaseHeld);
    expect(() => takeLock(directory)).toThrow(
      `in use by process ${process.ppid}. Stop that process first, or set DATABASE_URL`,
    );
    expect(readFileSync(lockFile(), 'utf8')).toBe(`${process.ppid}\n`);
  });

  it.each([
    ['of a process that is gone', `${NO_SUCH_PROCESS}\n`],
    ['without a process id', 'garbage'],
    ['that is empty', ''],
  ])('is taken over from a lock %s', (_what, content) => {
    heldBy(content);
    expect(lockHolder(directory)).toBeNull();
    takeLock(directory);
    expect(lockHolder(directory)).toBe(process.pid);
  });

  it('is free again after its release', () => {
    const release = takeLock(directory);
    release();
    expect(existsSync(lockFile())).toBe(false);
    expect(lockHolder(directory)).toBeNull();
    takeLock(directory);
    expect(lockHolder(directory)).toBe(process.pid);
  });
});
