import 'server-only';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportEntry } from '@/lib/contracts/import';
import { env } from '@/lib/env';
import { NotFound } from './errors';
import { isForOthers } from './imports/reachable';
import { authorise } from './viewer';

/** The largest file that is read (2 GB), so that a longer one is cut off while it comes. */
const MAX_BYTES = 2 ** 31;
const KEPT_MS = 86_400_000;

/** The file was too large to take. */
export class UploadTooLarge extends Error {
  override name = 'UploadTooLarge';
}

const folder = (): string => path.join(env.STEAD_DIR, 'uploads');

/** Files that wait for their columns to be mapped are kept for a day, on a server that others reach not at all. */
export function dropOldUploads(): void {
  if (!existsSync(folder())) return;
  for (const name of readdirSync(folder())) {
    const file = path.join(folder(), name);
    // Gone already where its reading ended meanwhile.
    const changedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changedMs > (isForOthers() && !file.endsWith('.part') ? 0 : KEPT_MS))
      rmSync(file, { force: true });
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/**
 * Writes an upload to disk as it comes, as a file of its own: one that came at the same time may be the same, and be read.
 * @throws UploadTooLarge, AccessDenied.
 */
export async function receiveUpload(body: ReadableStream<Uint8Array>): Promise<string> {
  await authorise('data:import');
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  dropOldUploads();
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) done(new UploadTooLarge('The file is larger than 2 GB. Split it by period.'));
      else done(null, chunk);
    },
  });
  const file = path.join(folder(), `${crypto.randomUUID()}.part`);
  try {
    await pipeline(chunksOf(body), measure, createWriteStream(file, { mode: 0o600 }));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
  return file;
}

const MAPPABLE: readonly ImportEntry['status'][] = ['needs_mapping', 'refused'];

const SWEEP_MS = 3_600_000;

/** At the start of a server and every hour, so that a file doesn't wait for the next one to come. */
export function sweepUploads(): void {
  dropOldUploads();
  setInterval(dropOldUploads, SWEEP_MS).unref();
}

type Ended = Pick<ImportEntry, 'status' | 'headers' | 'sha256'>;

const isMappable = ({ status, headers }: Ended): boolean => MAPPABLE.includes(status) && headers.length > 0;

/**
 * Removes an upload that is read, or that couldn't be (null). One whose columns can be mapped is kept under its checksum, where nobody
 * else reaches this server: it may be about single people.
 */
export function endUpload(file: string, entry: Ended | null, isLocalOnly: boolean): void {
  if (entry && isMappable(entry) && isLocalOnly && !isForOthers()) renameSync(file, path.join(folder(), entry.sha256));
  else rmSync(file, { force: true });
}

/** A file that was sent before and waits for its columns. @throws NotFound once it is gone. */
export async function findUpload(sha256: string): Promise<string> {
  await authorise('data:import');
  const file = path.join(folder(), sha256);
  if (!/^[0-9a-f]{64}$/.test(sha256) || !existsSync(file))
    throw new NotFound('The file is no longer here. Send it again.');
  return file;
}

/** Removes a file that waited for its columns, unless they can be mapped otherwise. */
export const dropUpload = (entry: Ended | null): void => {
  if (!entry) return;
  const { sha256 } = entry;
  if (!isMappable(entry) && /^[0-9a-f]{64}$/.test(sha256)) rmSync(path.join(folder(), sha256), { force: true });
};
