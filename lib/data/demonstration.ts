import 'server-only';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { and, eq, like, ne } from 'drizzle-orm';
import { database, type Executor, withPublisher } from '@/db/client';
import { area, areaMembership, auditEvent, observation, release, source } from '@/db/schema';
import { readRows } from '@/db/seeds/csv';
import { AreaRow, MembershipRow, ObservationRow, ReleaseRow, SourceRow } from '@/db/seeds/pack-rows';
import {
  type DemonstrationFile,
  EXCHANGE_FILES,
  exchangeFiles,
  referenceFiles,
} from '@/lib/domain/demonstration/demonstration-files';
import { buildModel, DEFAULT_OPTIONS, type DemonstrationModel } from '@/lib/domain/demonstration/model';
import { releaseLines, scaleOf, sourceLines } from '@/lib/domain/demonstration/observation-files';
import { env } from '@/lib/env';
import { dropCountry, REMOVED, refuseWhileRead } from './demonstration/removal';
import { ImportRefused } from './errors';
import { publishImport, stageImport } from './imports';
import { lockPublications } from './imports/publication-lock';
import { forgetPublished } from './published-store';
import { DEMONSTRATION_SOURCE } from './queries/root-of-source';
import { authorise } from './viewer';

const RELEASE = 'demonstration-country-1';
const BATCH_ROWS = 1_000;
/** As docs/demonstration.md says. */
const ROUNDED_TO = 5;
const ROUNDED_FILES: ReadonlySet<string> = new Set(['home_school.csv', 'school_foundation.csv']);

const textOf = (files: readonly DemonstrationFile[], name: string): string =>
  [...(files.find((file) => file.name === name)?.lines() ?? [])].join('\n');

/** The release that says whether the country is there, was removed, or was never loaded. */
async function addRelease(tx: Executor, scale = 1): Promise<void> {
  const text = (header: Generator<string>): string => [...header].join('\n');
  await tx
    .insert(source)
    .values(readRows(text(sourceLines()), 'sources.csv', SourceRow))
    .onConflictDoNothing();
  await tx
    .insert(release)
    .values(readRows(text(releaseLines(scale)), 'releases.csv', ReleaseRow))
    .onConflictDoNothing();
}

async function addReference(tx: Executor, model: DemonstrationModel, scale: number): Promise<void> {
  const files = referenceFiles(model);
  await tx.insert(area).values(readRows(textOf(files, 'areas.csv'), 'areas.csv', AreaRow));
  await tx.insert(areaMembership).values(readRows(textOf(files, 'memberships.csv'), 'memberships.csv', MembershipRow));
  await tx.delete(release).where(eq(release.id, RELEASE));
  await addRelease(tx, scale);
  const figures = readRows(textOf(files, 'observations.csv'), 'observations.csv', ObservationRow);
  for (let at = 0; at < figures.length; at += BATCH_ROWS)
    await tx.insert(observation).values(figures.slice(at, at + BATCH_ROWS));
}

function* withLineEnds(lines: Generator<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** Through the same importers as any file. */
async function importFile({ name, lines }: DemonstrationFile): Promise<void> {
  const folder = path.join(env.STEAD_DIR, 'demonstration');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  try {
    await pipeline(Readable.from(withLineEnds(lines())), createWriteStream(file));
    const { entry, duplicate } = await stageImport({
      file,
      fileName: name,
      isLocalOnly: true,
      isDemonstration: true,
      ...(ROUNDED_FILES.has(name) ? { given: { roundingBase: ROUNDED_TO } } : {}),
    });
    // Staged by a load that was cut off before it published: it goes on from there.
    if (duplicate && entry.status !== 'ready') return;
    if (entry.status !== 'ready') {
      const [first] = entry.errors;
      throw new Error(`${name}: ${entry.reject ?? first?.message ?? entry.status}`);
    }
    await publishImport(entry.id);
  } finally {
    rmSync(file, { force: true });
  }
}

/** `partial`: a load was cut off. `removed`: somebody took it away, and set-up leaves it so. */
export type DemonstrationState = 'none' | 'partial' | 'loaded' | 'removed';

/** One for the places and figures, and one for each file. */
const RELEASES_IN_ALL = 1 + EXCHANGE_FILES;

export async function demonstrationState(): Promise<DemonstrationState> {
  await authorise('demonstration:remove');
  const releases = await withPublisher(await database(), (tx) =>
    tx
      .select({ id: release.id, status: release.status, reason: release.withdrawnReason })
      .from(release)
      .where(and(like(release.sourceId, `${DEMONSTRATION_SOURCE}%`), ne(release.status, 'staged'))),
  );
  const first = releases.find(({ id }) => id === RELEASE);
  if (!first) return 'none';
  if (first.status === 'withdrawn') return 'removed';
  const ofThisLoad = releases.filter(({ reason }) => reason !== REMOVED);
  return ofThisLoad.length < RELEASES_IN_ALL ? 'partial' : 'loaded';
}

/** The scale of a load that was cut off: its other files have to be of the same country. */
async function scaleOfLoad(): Promise<number> {
  const [found] = await withPublisher(await database(), (tx) =>
    tx.select({ note: release.note }).from(release).where(eq(release.id, RELEASE)),
  );
  return scaleOf(found?.note ?? null);
}

/**
 * Loads the demonstration country: its places and published figures, then its files through the importers; a load that was
 * cut off goes on at its own scale. `scale` 1, where none is given, is about 7,000 entrants a year.
 * @throws ImportRefused where it is there already, or in part at another scale.
 */
export async function loadDemonstration(onStep: (done: string) => void, asked?: number): Promise<void> {
  const viewer = await authorise('data:import');
  const state = await demonstrationState();
  if (state === 'loaded') throw new ImportRefused('The demonstration country is there already.');
  const scale = state === 'partial' ? await scaleOfLoad() : (asked ?? 1);
  if (state === 'partial' && asked !== undefined && asked !== scale)
    throw new ImportRefused(
      `It is loaded in part at scale ${scale}. Load without a scale to finish it, or remove it first to load it at scale ${asked}.`,
    );
  const model = buildModel({ ...DEFAULT_OPTIONS, scale });
  if (state !== 'partial') {
    await withPublisher(await database(), async (tx) => {
      await addReference(tx, model, scale);
      await tx.insert(auditEvent).values({
        actorId: viewer.userId,
        actorKind: viewer.kind,
        action: 'demonstration.load',
        subject: RELEASE,
        detail: { scale },
      });
    });
  }
  onStep('places and figures');
  for (const file of exchangeFiles(model)) {
    await importFile(file);
    onStep(file.name);
  }
  await forgetPublished();
}

/**
 * Takes the demonstration country off every screen and out of every table, with the scenarios, notes and briefings that were
 * made about it, in one transaction. It stays away until somebody loads it again, also where it never was there.
 * @throws ImportRefused while a file of it is being read.
 */
export async function removeDemonstration(): Promise<void> {
  const viewer = await authorise('demonstration:remove');
  await withPublisher(await database(), async (tx) => {
    await lockPublications(tx);
    await refuseWhileRead(tx);
    await addRelease(tx);
    await dropCountry(tx);
    await tx.insert(auditEvent).values({
      actorId: viewer.userId,
      actorKind: viewer.kind,
      action: 'demonstration.remove',
      subject: RELEASE,
      detail: {},
    });
  });
  await forgetPublished();
}
