import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Database, database, withPublisher } from '@/db/client';
import { publishShares } from '@/lib/data/count-publication';
import { selectAllAreas } from '@/lib/data/queries/areas';
import { isSmallCount, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { env } from '@/lib/env';
import { addRelease, publishTable } from './count-records';

/*
 * Plants small counts in a database whose pages, files and logs are then searched for them. What is planted without a
 * rule must be found: that shows that the search works. Run after `prepare`, before the server starts.
 */

const INDICATOR = 'retention-in-region';
const SHAPE = 'home_area_by_school';
const PERIOD = { label: '2025', start: '2025-01-01', end: '2025-12-31' };
const ENGLAND = 'E92000001';
const FIRST_BASE = 9_000_001;
const TABLE_SCHOOLS = 12;
/** The region whose briefing is read: its counts are always small, so that the search there has something to find. */
const BRIEFED = 'TR-yorkshire-and-the-humber';

const draw = seededGenerator('planted');
let bases = 0;

/** A number that stands nowhere else, and never a multiple of 5: a rounded base is another number. */
const nextBase = (): number => {
  bases += 1;
  return FIRST_BASE + bases * 10 + (bases % 4);
};

const smallOrLarge = (): number => (draw() < 0.6 ? 1 + Math.floor(draw() * 7) : 40 + Math.floor(draw() * 400));

async function plantShares(db: Database, areaCodes: readonly string[], releaseId: string, breakdown: string) {
  const counts = areaCodes.map((areaCode) => ({
    areaCode,
    parent: null,
    counted: areaCode === BRIEFED ? 3 : smallOrLarge(),
    base: nextBase(),
  }));
  const target = { indicatorId: INDICATOR, breakdown, wholeAreaCode: ENGLAND, base: breakdown };
  const outcome = await withPublisher(db, (tx) => publishShares(tx, target, { releaseId, period: PERIOD }, counts));
  if (outcome.kind === 'refused') throw new Error(`${breakdown}: ${outcome.reason}`);
  return counts
    .filter(({ counted }) => isSmallCount(counted))
    .map(({ areaCode, counted: count, base }) => ({ breakdown, areaCode, count, base }));
}

async function plantTable(db: Database, rows: readonly string[], columns: readonly string[], releaseId: string) {
  const lines = rows.map((code) => [code, columns.map(smallOrLarge)] as const);
  const outcome = await publishTable(
    db,
    SHAPE,
    { releaseId, period: PERIOD },
    { rows: rows.map((code) => ({ code, parent: null })), columns: [...columns], counts: Object.fromEntries(lines) },
  );
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return lines.flatMap(([row, counts]) =>
    counts.flatMap((count, at) => (isSmallCount(count) ? [{ row, column: columns[at] ?? '', count }] : [])),
  );
}

async function plant(): Promise<void> {
  const db = await database();
  const areas = await withPublisher(db, selectAllAreas);
  const codesOf = (type: string) => areas.filter((area) => area.type === type).map(({ code }) => code);
  const boards = codesOf('icb');
  const releases: readonly [string, RuleSetId][] = [
    ['planted', 'nhs_subnational_1_to_7'],
    ['planted-open', 'none'],
  ];
  for (const [id, ruleSet] of releases) await addRelease(db, id, ruleSet);
  const shares = [];
  for (let at = 0; at < 8; at += 1) shares.push(...(await plantShares(db, boards, 'planted', `planted ${at}`)));
  for (let at = 8; at < 14; at += 1)
    shares.push(...(await plantShares(db, codesOf('training_region'), 'planted', `planted ${at}`)));
  const open = [
    ...(await plantShares(db, boards, 'planted-open', 'open 0')),
    ...(await plantShares(db, codesOf('training_region'), 'planted-open', 'open 1')),
  ];
  const cells = await plantTable(db, boards, codesOf('medical_school').slice(0, TABLE_SCHOOLS), 'planted');
  await db.close();
  const planted = { indicator: INDICATOR, shape: SHAPE, shares, open, cells };
  writeFileSync(path.join(env.STEAD_DIR, 'planted.json'), JSON.stringify(planted));
  process.stderr.write(`${shares.length + cells.length} small counts planted\n`);
}

await plant();
