import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { type PublicationRefusal, publishShares, type ShareCounts } from '@/lib/data/count-publication';
import type { Rollup, StagedRelease } from '@/lib/data/imports/rollup';
import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { AreaType } from '@/lib/domain/geography/area';
import { retentionNotes } from './retention-notes';

const Row = z.object({
  areaCode: z.string(),
  whole: z.string(),
  type: AreaType,
  /** Training regions of the country of today. */
  regions: z.number(),
  year: z.number(),
  stage: z.string(),
  started: z.number(),
  after: z.tuple([z.number().nullable(), z.number().nullable(), z.number().nullable()]),
});
type Row = z.infer<typeof Row>;

const HORIZON_YEARS = [1, 3, 5] as const;

/** People who left the count (suppressed, or the time hasn't come) are null. */
const readRows = async (tx: Executor, releaseId: string): Promise<Row[]> => {
  const result = await tx.execute(sql`
    select body->>'areaCode' as "areaCode", (body->>'cohortYear')::int as year, body->>'stage' as stage,
      (body->>'started')::float8 as started,
      area.type, (select count(*)::int from area region
        where region.type = 'training_region' and region.root = area.root and region.valid_to is null) as regions,
      (select top.code from area top where top.root = area.root
        and top.type = case area.root when 'england' then 'england' else 'country' end) as whole,
      jsonb_build_array(
        case when jsonb_typeof(body->'stillInRegion1y') = 'number' then body->'stillInRegion1y' end,
        case when jsonb_typeof(body->'stillInRegion3y') = 'number' then body->'stillInRegion3y' end,
        case when jsonb_typeof(body->'stillInRegion5y') = 'number' then body->'stillInRegion5y' end) as after
    from source_row join area on area.code = body->>'areaCode' where release_id = ${releaseId}
    order by 2, 3, 1`);
  return z.object({ rows: z.array(Row) }).parse(result).rows;
};

const sharesAfter = (rows: readonly Row[], horizon: number): ShareCounts =>
  rows.flatMap(({ areaCode, started, after }) => {
    const counted = after[horizon];
    return counted === null || counted === undefined ? [] : [{ areaCode, parent: null, counted, base: started }];
  });

/** A sum that lacks a region is no figure of the country: then only the regions are published. */
const isWhole = (rows: readonly Row[], counts: ShareCounts): boolean => {
  const [first] = rows;
  return first?.type === 'training_region' && counts.length === first.regions;
};

/**
 * Tables of the same base are checked against each other. Where a rule only rounds, horizons stand apart: readers have the part and
 * the base of each, rounded by themselves, and a part that is shown as no more than its base narrows neither.
 */
function basesOf({ stage, whole, type }: Row, ruleSet: RuleSetId, years: number) {
  const together = ['started', stage, whole, ...(type === 'training_region' ? [] : [type])].join('-');
  const apart = (horizon: number) => `${together}-${horizon}y`;
  return RULE_SETS[ruleSet].suppressedCounts
    ? { base: together, basesElsewhere: HORIZON_YEARS.map(apart) }
    : { base: apart(years), basesElsewhere: [together] };
}

const WHY_NOT: Readonly<Partial<Record<PublicationRefusal, string>>> = {
  other_rule_set:
    'these people were published under another rule before, and each would show what the other hides. Import the file under that rule',
};

async function publishGroup(
  tx: Executor,
  { releaseId, ruleSet }: StagedRelease,
  rows: readonly Row[],
): Promise<string | null> {
  const [first] = rows;
  if (!first) return null;
  const year = String(first.year);
  const period = { label: year, start: `${year}-01-01`, end: `${year}-12-31` };
  for (const [at, years] of HORIZON_YEARS.entries()) {
    const counts = sharesAfter(rows, at);
    if (counts.length === 0) continue;
    const target = {
      indicatorId: 'retention-in-region',
      breakdown: `${first.stage}-${years}y`,
      wholeAreaCode: isWhole(rows, counts) ? first.whole : null,
      ...basesOf(first, ruleSet, years),
    };
    const outcome = await publishShares(tx, target, { releaseId, period }, counts);
    if (outcome.kind === 'refused')
      return `${year}, ${first.stage}, ${years} years: ${WHY_NOT[outcome.reason] ?? outcome.reason}`;
  }
  return null;
}

/** Shares still in the region, published as protected counts under the rule that was given at import, else HESA's. Kinds of area apart. */
export const retentionRollup: Rollup = {
  dataset: 'retention',
  notes: (tx, { releaseId }) => retentionNotes(tx, releaseId),
  publication: async (tx: Executor, staged: StagedRelease) => {
    const groups = new Map<string, Row[]>();
    for (const row of await readRows(tx, staged.releaseId)) {
      const key = `${row.whole} ${row.type} ${row.year} ${row.stage}`;
      groups.set(key, [...(groups.get(key) ?? []), row]);
    }
    for (const rows of groups.values()) {
      const refusal = await publishGroup(tx, staged, rows);
      if (refusal) return refusal;
    }
    return null;
  },
};
