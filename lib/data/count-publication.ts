import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { countTable, observation } from '@/db/schema';
import type { Period } from '@/lib/contracts/figure';
import { type CountTable, TOTAL } from '@/lib/domain/disclosure/count-table';
import { publishedShare } from '@/lib/domain/disclosure/derived-figures';
import { type AdmissionRefusal, admitTable, type TableRecord } from '@/lib/domain/disclosure/differencing';
import type { Owner } from '@/lib/domain/disclosure/insiders';
import { type ProtectionRefusal, protectTable } from '@/lib/domain/disclosure/protect-table';
import { cellAt, ProtectedTable } from '@/lib/domain/disclosure/protected-table';
import { RULE_SETS, RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { TableShape } from '@/lib/domain/disclosure/table-shapes';
import type { Root } from '@/lib/domain/geography/area';
import { selectPublishedAbout, selectRuleSet } from './queries/counts';
import { rootOfSource } from './queries/root-of-source';

/** What a table is about, besides its counts. */
export type CountSubject = { releaseId: string; period: Period };

/** `no_release`: the release is not there. The rest: see `protectTable` and `admitTable`. */
export type PublicationRefusal = 'no_release' | ProtectionRefusal | AdmissionRefusal;

export type Publication =
  | { kind: 'published'; table: ProtectedTable }
  | { kind: 'refused'; reason: PublicationRefusal };

type Identity = {
  id: string;
  dataset: string;
  rows: string;
  columns: string;
  owners: readonly Owner[];
  roles: readonly string[];
  /** Rows are people of their own: a file of other rows is about others. */
  hasOwnRows?: boolean;
  /** Names under which the same people stand where they follow another rule. */
  elsewhere?: readonly string[];
};

const Stored = z.object({
  dataset: z.string(),
  period: z.string(),
  release: z.string(),
  rowDimension: z.string(),
  columnDimension: z.string(),
  table: ProtectedTable,
});

/** The rows that two tables have both, without the totals where these are of other rows. */
function commonRows(table: ProtectedTable, other: ReadonlySet<string>): ProtectedTable {
  const isSame = table.rows.length === other.size && table.rows.every(({ code }) => other.has(code));
  if (isSame) return table;
  const rows = table.rows.filter(({ code }) => code !== TOTAL && other.has(code));
  return { ...table, rows: rows.map((row) => ({ ...row, parent: null })) };
}

const codesOf = ({ rows }: { rows: readonly { code: string }[] }): Set<string> => new Set(rows.map(({ code }) => code));

/** Whether a table may stand beside each of those that are about some of the same people. */
function admit(published: readonly TableRecord[], candidate: TableRecord, hasOwnRows: boolean) {
  if (!hasOwnRows) return admitTable(published, candidate);
  const own = codesOf(candidate.table);
  for (const one of published) {
    const before = { ...one, table: commonRows(one.table, own) };
    if (before.table.rows.length === 0) continue;
    const now = { ...candidate, table: commonRows(candidate.table, codesOf(one.table)) };
    const admission = admitTable([before], now);
    if (admission.kind === 'refused') return admission;
  }
  return { kind: 'admitted' } as const;
}

/** Whether any of these people were ever published under another rule: what one hides the other may show. */
async function standUnderOtherRule(
  tx: Executor,
  { elsewhere = [] }: Identity,
  { root, day, ruleSet, own }: { root: Root; day: string; ruleSet: RuleSetId; own: ReadonlySet<string> },
): Promise<boolean> {
  for (const dataset of elsewhere) {
    const published = z.array(Stored).parse(await selectPublishedAbout(tx, root, dataset, day));
    if (published.some(({ table }) => table.ruleSet !== ruleSet && commonRows(table, own).rows.length > 0)) return true;
  }
  return false;
}

/** Protects a table beside all that was ever published about the same people, and stores it. The true counts end here. */
async function protectAndStore(
  tx: Executor,
  identity: Identity,
  { releaseId, period }: CountSubject,
  counts: CountTable,
): Promise<Publication & { ruleSet?: RuleSetId }> {
  const [source] = await selectRuleSet(tx, releaseId);
  if (!source) return { kind: 'refused', reason: 'no_release' };
  const ruleSet = RuleSetId.parse(source.ruleSet);
  const root = rootOfSource(source.sourceId);
  const published = z.array(Stored).parse(await selectPublishedAbout(tx, root, identity.dataset, period.end));
  const same = published.filter(
    ({ release, rowDimension, columnDimension }) =>
      release !== releaseId && rowDimension === identity.rows && columnDimension === identity.columns,
  );
  const own = new Set([...codesOf(counts), TOTAL]);
  if (await standUnderOtherRule(tx, identity, { root, day: period.end, ruleSet, own }))
    return { kind: 'refused', reason: 'other_rule_set' };
  const earlier = same.map(({ table }) => (identity.hasOwnRows ? commonRows(table, own) : table));
  const circumstances = { owners: identity.owners, earlier };
  const outcome = protectTable(counts, RULE_SETS[ruleSet], circumstances);
  if (outcome.kind === 'refused') return outcome;
  const candidate: TableRecord = {
    dataset: identity.dataset,
    period: period.end,
    release: releaseId,
    rowDimension: identity.rows,
    columnDimension: identity.columns,
    table: outcome.table,
  };
  const admission = admit(published, candidate, identity.hasOwnRows === true);
  if (admission.kind === 'refused') return { kind: 'refused', reason: admission.reason };
  await tx.insert(countTable).values({
    releaseId,
    shapeId: identity.id,
    dataset: identity.dataset,
    periodLabel: period.label,
    periodStart: period.start,
    periodEnd: period.end,
    rowDimension: identity.rows,
    columnDimension: identity.columns,
    roles: [...identity.roles],
    body: outcome.table,
    publishedAt: sql`clock_timestamp()`,
  });
  return { kind: 'published', table: outcome.table, ruleSet };
}

/**
 * Publishes a table of counts in one of the permitted shapes, under the rule set of its release's source. Runs in the
 * publisher's transaction. Refuses, and stores nothing, where the table can't be protected beside what readers have.
 */
export const publishCountTable = (
  tx: Executor,
  shape: TableShape,
  subject: CountSubject,
  counts: CountTable,
): Promise<Publication> => protectAndStore(tx, shape, subject, counts);

/** Columns of a table of shares: those counted, and the rest of their base. */
const SHARE_COLUMNS = ['counted', 'rest'];
const PERCENT = 100;

/** How many of how many people, by area; areas within others name them. */
export type ShareCounts = readonly {
  areaCode: string;
  parent: string | null;
  /** Null for an area that is the sum of those within it. */
  counted: number | null;
  base: number | null;
}[];

const toCountTable = (counts: ShareCounts): CountTable => ({
  rows: counts.map(({ areaCode, parent }) => ({ code: areaCode, parent })),
  columns: SHARE_COLUMNS,
  counts: Object.fromEntries(
    counts.flatMap(({ areaCode, counted, base }) =>
      counted === null || base === null ? [] : [[areaCode, [counted, base - counted]] as const],
    ),
  ),
});

/** Where the share is written: its indicator, and the area that all others add up to; null where that sum is of no area. */
export type ShareTarget = {
  indicatorId: string;
  breakdown: string;
  wholeAreaCode: string | null;
  /** Shares of the same people (of those who started, for one) have the same base: they are checked against each other. */
  base: string;
  /** What the base of the same people is called where they follow another rule. */
  basesElsewhere?: readonly string[];
};

/** A table that no role reads: what is seen of it are the figures. */
const shareIdentity = ({ indicatorId, breakdown, base, basesElsewhere = [] }: ShareTarget): Identity => ({
  id: `share:${indicatorId}:${breakdown}`,
  dataset: `share:${base}`,
  rows: 'area',
  columns: `${indicatorId}:${breakdown}`,
  owners: ['rows'],
  roles: [],
  hasOwnRows: true,
  elsewhere: basesElsewhere.map((one) => `share:${one}`),
});

/**
 * Publishes an indicator that is a share of people (per cent), area by area, as figures made from protected counts: the
 * part, the base and the interval of each are what is published.
 */
export async function publishShares(
  tx: Executor,
  target: ShareTarget,
  subject: CountSubject,
  counts: ShareCounts,
): Promise<Publication> {
  const outcome = await protectAndStore(tx, shareIdentity(target), subject, toCountTable(counts));
  if (outcome.kind === 'refused' || !outcome.ruleSet) return outcome;
  const ruleSet = RULE_SETS[outcome.ruleSet];
  const rows = outcome.table.rows.flatMap(({ code }) => {
    const areaCode = code === TOTAL ? target.wholeAreaCode : code;
    if (areaCode === null) return [];
    const part = cellAt(outcome.table, code, 'counted') ?? { kind: 'suppressed' as const };
    const base = cellAt(outcome.table, code, TOTAL) ?? { kind: 'suppressed' as const };
    const measure = publishedShare(part, base, ruleSet);
    const shown = measure.kind === 'value' && part.kind === 'value' && base.kind === 'value';
    return {
      indicatorId: target.indicatorId,
      areaCode,
      releaseId: subject.releaseId,
      periodLabel: subject.period.label,
      periodStart: subject.period.start,
      periodEnd: subject.period.end,
      breakdown: target.breakdown,
      numerator: shown ? part.count : null,
      denominator: shown ? base.count : null,
      value: measure.kind === 'value' ? measure.value * PERCENT : null,
      status: measure.kind,
      provenance: 'derived',
      note: measure.kind === 'not_applicable' ? measure.reason : null,
    };
  });
  await tx.insert(observation).values(rows);
  return outcome;
}
