import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getTableColumns, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { type Database, type Executor, withPublisher } from '@/db/client';
import * as schema from '@/db/schema';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { EvidenceSource, EvidenceTheme } from '@/lib/domain/recommendations/evidence';
import { Recommendation } from '@/lib/domain/recommendations/recommendation';
import { PACK, readPackCsv, readPackJson } from './csv';
import {
  AliasRow,
  AreaRow,
  IndicatorRow,
  MembershipRow,
  ObservationRow,
  ReleaseRow,
  SourceRow,
  SuccessorRow,
} from './pack-rows';

/** Parameters per statement stay below PostgreSQL's limit of 65,535. */
const BATCH_ROWS = 1_000;

/** The pack as a whole: the same hash means that there is nothing to do. */
export function packHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(PACK).sort()) hash.update(file).update(readFileSync(path.join(PACK, file)));
  return hash.digest('hex');
}

type Row = Record<string, unknown>;

async function inBatches(rows: readonly Row[], write: (batch: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS) await write(rows.slice(start, start + BATCH_ROWS));
}

/** Reference records follow the newest pack. */
const upsert = (tx: Executor, table: PgTable, keys: readonly string[], rows: readonly Row[]) => {
  const columns = getTableColumns(table);
  const target = keys.flatMap((key) => columns[key] ?? []);
  const fields = Object.keys(rows[0] ?? {}).filter((field) => !keys.includes(field));
  const set = Object.fromEntries(fields.map((field) => [field, sql.raw(`excluded."${columns[field]?.name}"`)]));
  return inBatches(rows, (batch) => tx.insert(table).values(batch).onConflictDoUpdate({ target, set }));
};

/** Releases and observations are immutable: what is there stays; a correction is a new release. */
const addNew = (tx: Executor, table: PgTable, rows: readonly Row[]) =>
  inBatches(rows, (batch) => tx.insert(table).values(batch).onConflictDoNothing());

const withBodies = (records: readonly { id: string }[]): Row[] =>
  records.map((body, sort) => ({ id: body.id, sort, body }));

async function loadAreas(tx: Executor): Promise<void> {
  await upsert(tx, schema.area, ['code'], readPackCsv('areas.csv', AreaRow));
  await upsert(tx, schema.areaMembership, ['childCode', 'parentCode'], readPackCsv('memberships.csv', MembershipRow));
  await upsert(tx, schema.areaSuccessor, ['fromCode', 'toCode'], readPackCsv('successors.csv', SuccessorRow));
  // What an analyst decided of a code stays.
  await addNew(tx, schema.areaAlias, readPackCsv('aliases.csv', AliasRow));
}

async function loadFigures(tx: Executor): Promise<void> {
  await upsert(tx, schema.source, ['id'], readPackCsv('sources.csv', SourceRow));
  await addNew(tx, schema.release, readPackCsv('releases.csv', ReleaseRow));
  await upsert(tx, schema.indicator, ['id'], readPackCsv('indicators.csv', IndicatorRow));
  await addNew(tx, schema.observation, readPackCsv('observations.csv', ObservationRow));
}

async function loadEvidence(tx: Executor): Promise<void> {
  const catalogue = readPackJson('levers.json', LeverCatalogue);
  const recommendations = readPackJson('recommendations.json', z.array(Recommendation));
  await upsert(tx, schema.recommendation, ['id'], withBodies(recommendations));
  await upsert(
    tx,
    schema.evidenceTheme,
    ['id'],
    withBodies(readPackJson('evidence-themes.json', z.array(EvidenceTheme))),
  );
  await upsert(
    tx,
    schema.evidenceSource,
    ['id'],
    withBodies(readPackJson('evidence-sources.json', z.array(EvidenceSource))),
  );
  await upsert(
    tx,
    schema.lever,
    ['id'],
    [...withBodies(catalogue.levers), { id: 'shared', sort: catalogue.levers.length, body: catalogue.shared }],
  );
}

/** Loads the published pack in one transaction; returns false where this very pack is there already. */
export async function loadPublishedPack(db: Database): Promise<boolean> {
  const sha256 = packHash();
  return withPublisher(db, async (tx) => {
    const loaded = await tx.select({ sha256: schema.publishedPack.sha256 }).from(schema.publishedPack);
    if (loaded.some((pack) => pack.sha256 === sha256)) return false;
    await loadAreas(tx);
    await loadFigures(tx);
    await loadEvidence(tx);
    await tx.insert(schema.publishedPack).values({ sha256 });
    return true;
  });
}
