import { type Database, withPublisher } from '@/db/client';
import { release, source } from '@/db/schema';
import { type CountSubject, type Publication, publishCountTable } from '@/lib/data/count-publication';
import type { CountTable } from '@/lib/domain/disclosure/count-table';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { TABLE_SHAPES, type TableShape } from '@/lib/domain/disclosure/table-shapes';

/** A source with its disclosure rule and one published release, both called `id`. */
export async function addRelease(db: Database, id: string, ruleSet: RuleSetId): Promise<void> {
  await withPublisher(db, async (tx) => {
    await tx.insert(source).values({ id, name: id, publisher: 'Test', licence: 'Test', ruleSet }).onConflictDoNothing();
    await tx.insert(release).values({ id, sourceId: id, title: id });
  });
}

export const shapeOf = (id: string): TableShape => {
  const shape = TABLE_SHAPES.find((one) => one.id === id);
  if (!shape) throw new Error(`There is no shape ${id}`);
  return shape;
};

const FIRST_DAY_MS = Date.UTC(1900, 0, 1);
const DAY_MS = 86_400_000;

/** A period of one day, another for each number: tables of different periods are about different people. */
export const periodNumber = (at: number) => {
  const day = new Date(FIRST_DAY_MS + at * DAY_MS).toISOString().slice(0, 10);
  return { label: day, start: day, end: day };
};

export const publishTable = (
  db: Database,
  shapeId: string,
  subject: CountSubject,
  counts: CountTable,
): Promise<Publication> => withPublisher(db, (tx) => publishCountTable(tx, shapeOf(shapeId), subject, counts));

/** A table of entrants by home board and school, under the strictest rule, with counts of the school of `OWN_GRANT`. */
export async function addCounts(db: Database): Promise<void> {
  const rows = ['E54000008', 'E54000010', 'E54000011', 'E54000015'];
  const columns = ['university-of-leeds', 'university-of-sheffield', 'university-of-liverpool', 'university-of-oxford'];
  const counts = Object.fromEntries(
    rows.map((code, r) => [code, columns.map((_, c) => (r + c === 0 ? 4 : 40 + r * 7 + c))]),
  );
  await addRelease(db, 'entrants', 'nhs_subnational_1_to_7');
  const subject = { releaseId: 'entrants', period: periodNumber(45_000) };
  const outcome = await publishTable(db, 'home_area_by_school', subject, {
    rows: rows.map((code) => ({ code, parent: null })),
    columns,
    counts,
  });
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
}
