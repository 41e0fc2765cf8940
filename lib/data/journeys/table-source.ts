import 'server-only';
import type { JourneyCell, JourneySource } from '@/lib/contracts/journeys';
import { RULE_SETS, RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyFilter, TableOutcome } from '@/lib/domain/journeys/journey-filter';
import type { Clock, JourneyPlaces } from '@/lib/domain/journeys/journey-places';
import type { JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import { protectJourneys } from '@/lib/domain/journeys/protection/protect-journeys';
import { protectedTable } from '@/lib/domain/journeys/protection/protected-table';
import { type Cohort, cohortOf } from './cohort-store';

export type PublishedTable = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly JourneyCell[];
};

/** Tables of journeys from one source, as they may be published. Nothing in it is a true count. */
export type TableSource = {
  readonly source: JourneySource;
  readonly places: JourneyPlaces;
  readonly periods: readonly { clock: Clock; label: string }[];
  readonly table: (shape: JourneyShape, filter: JourneyFilter) => TableOutcome<PublishedTable>;
};

function protectedSource(cohort: Cohort): TableSource {
  const ruleSet = RuleSetId.parse(cohort.release.ruleSet);
  const tables = protectJourneys(cohort.store, RULE_SETS[ruleSet]);
  const { id: releaseId, title, publisher, licence } = cohort.release;
  return {
    source: { kind: 'cohort', releaseId, title, publisher, licence, ruleSet, roundingBase: null },
    places: cohort.places,
    periods: (['entry', 'foundation'] as const).flatMap((clock) =>
      cohort.periods[clock].map(({ label }) => ({ clock, label })),
    ),
    table: (shape, filter) => protectedTable(tables, shape.id, filter),
  };
}

/** Protected once for a cohort, and shared by everything that reads it. */
const known = new WeakMap<Cohort, TableSource>();

/** What a country's tables can be made from, richest first. Call it after authorising. */
export async function tableSources(root: Root): Promise<TableSource[]> {
  const cohort = await cohortOf(root);
  if (!cohort) return [];
  const source = known.get(cohort) ?? protectedSource(cohort);
  known.set(cohort, source);
  return [source];
}
