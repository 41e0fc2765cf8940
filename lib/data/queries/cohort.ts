import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyColumns } from '@/lib/domain/journeys/journey-record';
import { DEMONSTRATION_SOURCE } from './root-of-source';

const Release = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  ruleSet: z.string(),
});
export type CohortRelease = z.infer<typeof Release>;

/** The newest published cohort of a country; null where none is loaded. */
export async function selectCohortRelease(tx: Executor, root: Root): Promise<CohortRelease | null> {
  const result = await tx.execute(sql`
    select release.id, release.title, source.publisher, source.licence, source.rule_set as "ruleSet"
    from release join source on source.id = release.source_id
    where release.status = 'published' and starts_with(source.id, ${DEMONSTRATION_SOURCE}) = ${root === 'demonstration'}
      and exists (select 1 from import_file where import_file.release_id = release.id and import_file.dataset = 'cohort')
    order by release.loaded_at desc, release.id desc limit 1`);
  return (
    z
      .object({ rows: z.array(Release) })
      .parse(result)
      .rows.at(0) ?? null
  );
}

const Span = z.object({ from: z.number().nullable(), to: z.number().nullable() });
type YearSpan = z.infer<typeof Span>;

/** First and last year of entry, and of foundation. */
export async function selectCohortYears(
  tx: Executor,
  releaseId: string,
): Promise<{ entry: YearSpan; foundation: YearSpan }> {
  const result = await tx.execute(sql`
    select jsonb_build_object('from', min((body->>'entryYear')::int), 'to', max((body->>'entryYear')::int)) as entry,
      jsonb_build_object('from', min((body->>'foundationYear')::int), 'to', max((body->>'foundationYear')::int)) as foundation
    from source_row where release_id = ${releaseId}`);
  const Row = z.object({ rows: z.tuple([z.object({ entry: Span, foundation: Span })]) });
  return Row.parse(result).rows[0];
}

const FIELDS = [
  ...['homeLadCode', 'schoolId', 'sex', 'ethnicity', 'imdQuintile', 'entryRoute', 'foundationAreaCode'],
  ...['specialtyAreaCode', 'specialtyGroup', 'careerAreaCode', 'careerType'],
];
const NUMBERS = ['entryYear', 'foundationYear', 'count'];

const columns = sql.join(
  [
    ...FIELDS.map((name) => sql`array_agg(body->>${sql.raw(`'${name}'`)}) as ${sql.identifier(name)}`),
    ...NUMBERS.map((name) => sql`array_agg((body->>${sql.raw(`'${name}'`)})::int) as ${sql.identifier(name)}`),
  ],
  sql`, `,
);

/** Pages of the table that one statement reads: some ten thousand rows. */
const PAGES = 600;

/** The cells of a cohort in columns, batch by batch, so that no cohort stands in memory as rows. For the publisher only. */
export async function* cohortColumns(tx: Executor, releaseId: string): AsyncGenerator<JourneyColumns> {
  const sized = await tx.execute(
    sql`select pg_relation_size('source_row') / current_setting('block_size')::int as pages`,
  );
  const { pages } = z.object({ rows: z.tuple([z.object({ pages: z.coerce.number() })]) }).parse(sized).rows[0];
  for (let from = 0; from < pages; from += PAGES) {
    const range = sql`ctid >= ${`(${from},0)`}::tid and ctid < ${`(${from + PAGES},0)`}::tid`;
    const result = await tx.execute(sql`
      select ${columns} from source_row where release_id = ${releaseId} and dataset = 'cohort' and ${range}`);
    const [batch] = z.object({ rows: z.array(z.custom<JourneyColumns>()) }).parse(result).rows;
    if (batch?.count) yield batch;
  }
}
