import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The embedded database is held by another running process. */
export class DatabaseHeld extends Error {
  override name = 'DatabaseHeld';
  constructor(pid: number, directory: string) {
    super(
      `The embedded database in ${directory} is in use by process ${pid}. Stop that process first, ` +
        'or set DATABASE_URL to a PostgreSQL server to run several at once.',
    );
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The process that holds the lock, or null. A lock whose process is gone counts as free. */
export function lockHolder(directory: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(path.join(directory, 'lock'), 'utf8'), 10);
    return Number.isInteger(pid) && isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Takes the exclusive lock on an embedded data directory: PGlite has none of its own, and a second
 * process on the same files loses acknowledged writes. Returns the release function.
 * @throws DatabaseHeld while another live process holds it.
 */
export function takeLock(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, 'lock');
  const release = () => rmSync(file, { force: true });
  if (createLock(file)) return release;
  refuseIfHeld(directory);
  release();
  if (!createLock(file)) refuseIfHeld(directory);
  // Two processes may both have found the same dead lock: the later one's file is the one that stays.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLE_MS);
  refuseIfHeld(directory);
  return release;
}

const SETTLE_MS = 50;

function createLock(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${process.pid}\n`, { mode: 0o600 });
  try {
    // Linked when whole: a lock that is still empty would count as free.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function refuseIfHeld(directory: string): void {
  const holder = lockHolder(directory);
  if (holder !== null && holder !== process.pid) throw new DatabaseHeld(holder, directory);
}
