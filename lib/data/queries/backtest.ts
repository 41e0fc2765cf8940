import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { pathwayBaseline, runSubmission, scenario, scenarioResult, scenarioRun } from '@/db/schema';
import { Band } from '@/lib/contracts/scenario';
import type { Root } from '@/lib/domain/geography/area';

const PairedBands = z.object({ baseline: Band, option: Band });

const Projected = z.object({
  id: z.string(),
  areaCode: z.string(),
  title: z.string().nullable(),
  isSent: z.boolean(),
  createdAt: z.date(),
  releaseIds: z.array(z.string()),
  /** Regions with their specialty posts filled, year by year. */
  areas: z.array(z.object({ areaCode: z.string().nullable(), isTarget: z.boolean(), years: z.array(PairedBands) })),
  baseline: z.custom<object>((value) => value !== null && typeof value === 'object'),
});

/** The year that a run starts in. */
const START: SQL<number> = sql<number>`(${scenarioResult.result} -> 'summary' ->> 'startYear')::int`;

/** Title under which the reader was sent the run, and has it still. */
const SENT_AS: SQL<string | null> = sql<string | null>`(select ${runSubmission.title} from ${runSubmission}
  where ${runSubmission.runId} = ${scenarioRun.id} and ${runSubmission.revokedAt} is null
    and ${runSubmission.recipientId} = nullif(current_setting('app.user_id', true), '')::uuid limit 1)`;

/** Computed runs of a country that start before a year, newest first: those that row-level security shows. */
export async function selectProjections(
  db: Executor,
  { root, before, most }: { root: Root; before: number; most: number },
) {
  const rows = await db
    .select({
      id: scenarioRun.id,
      areaCode: scenarioRun.areaCode,
      title: sql<string | null>`coalesce(${scenario.name}, ${SENT_AS})`,
      isSent: sql<boolean>`${SENT_AS} is not null`,
      createdAt: scenarioRun.createdAt,
      releaseIds: sql`${scenarioRun.receipt} -> 'releaseIds'`,
      areas: sql`jsonb_path_query_array(${scenarioResult.result},
        '$.summary.areas[*] ? (@.measure == "postsFilled")')`,
      baseline: pathwayBaseline.body,
    })
    .from(scenarioRun)
    .innerJoin(scenarioResult, eq(scenarioResult.runId, scenarioRun.id))
    .innerJoin(pathwayBaseline, eq(pathwayBaseline.dataHash, scenarioRun.dataHash))
    .leftJoin(scenario, eq(scenario.id, scenarioRun.scenarioId))
    .where(and(eq(scenarioRun.kind, 'pathway'), eq(pathwayBaseline.root, root), lt(START, before)))
    .orderBy(desc(scenarioRun.createdAt))
    .limit(most);
  return z.array(Projected).parse(rows);
}
