import 'server-only';
import type { JourneyCell, JourneySource } from '@/lib/contracts/journeys';
import { publishedStore } from '@/lib/data/published-store';
import { RULE_SETS, RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Root } from '@/lib/domain/geography/area';
import type { RoundedCounts } from '@/lib/domain/journeys/counts';
import { isOfEntrants } from '@/lib/domain/journeys/entrant-tables';
import type { JourneyFilter, TableOutcome } from '@/lib/domain/journeys/journey-filter';
import { CLOCKS, type Clock, type JourneyPlaces, type Periods } from '@/lib/domain/journeys/journey-places';
import type { JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { protectedTable } from '@/lib/domain/journeys/protection/protected-journeys';
import { schoolsHeld, schoolsInTables } from '@/lib/domain/journeys/schools-held';
import { tableOf } from '@/lib/domain/journeys/table-of';
import { cohortOf } from './cohort-store';
import { heldByPublication } from './held-by-publication';
import { intakeOf } from './intake-source';
import { protectedTablesOf } from './kept-tables';
import { type RoundedTables, roundedTablesOf } from './rounded-source';

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
  /** Those with people enough to count beside others. */
  readonly schools: readonly string[];
  readonly periods: readonly { clock: Clock; label: string }[];
  readonly table: (shape: JourneyShape, filter: JourneyFilter) => TableOutcome<PublishedTable>;
};

type Release = { id: string; title: string; publisher: string; licence: string; ruleSet: string };

/** Who let a source out, and under which rule. */
const papersOf = ({ id, ruleSet, title, publisher, licence }: Release) => ({
  releaseId: id,
  title,
  publisher,
  licence,
  ruleSet: RuleSetId.parse(ruleSet),
});

const choicesOf = (periods: Periods) =>
  CLOCKS.flatMap((clock) => periods[clock].map(({ label }) => ({ clock, label })));

type OfPeople = { store: JourneyStore; places: JourneyPlaces; periods: Periods; release: Release };

/** `of`: the country, or the school. */
async function protectedSource(
  { store, places, periods, release }: OfPeople,
  kind: 'cohort' | 'intake',
  of: string,
): Promise<TableSource> {
  const papers = papersOf(release);
  const { cubes, bandsKm, tooLarge } = store;
  const request = { store: { cubes, places, bandsKm, tooLarge }, ruleSet: RULE_SETS[papers.ruleSet] };
  const tables = await protectedTablesOf({ source: `${kind} ${of}`, releaseId: papers.releaseId }, request);
  return {
    source: { kind, ...papers, roundingBase: null },
    places,
    schools: schoolsHeld(store),
    periods: choicesOf(periods),
    table: (shape, filter) =>
      kind === 'cohort' || isOfEntrants(shape, filter)
        ? protectedTable(tables, shape.id, filter)
        : { kind: 'not_loaded' },
  };
}

const ofCohort = heldByPublication('cohort tables', async (_, root: Root): Promise<TableSource | null> => {
  const cohort = await cohortOf(root);
  return cohort && protectedSource(cohort, 'cohort', root);
});

const ofIntake = heldByPublication('intake tables', async (_, school: string): Promise<TableSource | null> => {
  const intake = await intakeOf(school);
  return intake && protectedSource(intake, 'intake', school);
});

function roundedCells({ rows, columns, counts, parts, zeros, roundingBase }: RoundedCounts): JourneyCell[] {
  const width = columns.length;
  const [hasRow, hasColumn] = [rows.map(() => false), columns.map(() => false)];
  for (const [at, cells] of parts.entries()) {
    if (cells === 0) continue;
    hasRow[Math.floor(at / width)] = true;
    hasColumn[at % width] = true;
  }
  return Array.from(counts, (count, at): JourneyCell => {
    const [cells, none] = [parts[at] ?? 0, zeros[at] ?? 0];
    // A pair without a line is nobody; a place without any line isn't in the file.
    if (cells === 0 && !(hasRow[Math.floor(at / width)] && hasColumn[at % width])) return { kind: 'not_loaded' };
    if (cells > 0 && count === null) return { kind: 'suppressed' };
    // A 0 that was rounded may hide one or two people.
    if (cells === 1 && none === 1 && roundingBase !== 1) return { kind: 'low' };
    return { kind: 'value', count: count ?? 0, parts: cells, zeros: none };
  });
}

function roundedTable(tables: RoundedTables, shape: JourneyShape, filter: JourneyFilter): TableOutcome<PublishedTable> {
  const outcome = tableOf(tables.store, shape.id, filter);
  if (outcome.kind !== 'table') return outcome;
  const { rows, columns } = outcome.table;
  return { kind: 'table', table: { rows, columns, cells: roundedCells(outcome.table) } };
}

/** From home to school, and from school to foundation: each its own source, with its own papers. */
const ofRoundedTables = heldByPublication('tables that came rounded', async (_, root: Root): Promise<TableSource[]> => {
  const tables = await roundedTablesOf(root);
  if (!tables) return [];
  const { store, places, periods, releases } = tables;
  const parts = [
    { release: releases.home_school[0], clock: 'entry', store: { ...store, schoolFoundation: null } },
    { release: releases.school_foundation[0], clock: 'foundation', store: { ...store, homeSchool: null } },
  ] as const;
  return parts.flatMap(({ release, clock, store: own }): TableSource[] => {
    if (!release) return [];
    const part = { ...tables, store: own };
    return [
      {
        source: { kind: 'rounded', ...papersOf(release), roundingBase: store.roundingBase },
        places,
        schools: schoolsInTables(own),
        periods: periods[clock].map(({ label }) => ({ clock, label })),
        table: (shape, filter) => roundedTable(part, shape, filter),
      },
    ];
  });
});

/**
 * What a country's tables can be made from, richest first. Call it after authorising; `ownSchool` only where the reader may read
 * that school's own files (`school:read`): their own intake then comes before rounded tables.
 */
export async function tableSources(root: Root, ownSchool: string | null = null): Promise<TableSource[]> {
  const cohort = await ofCohort(root);
  const { areaByCode } = await publishedStore();
  const isHere = ownSchool !== null && areaByCode.get(ownSchool)?.root === root;
  const intake = isHere ? await ofIntake(ownSchool) : null;
  return [...(cohort ? [cohort] : []), ...(intake ? [intake] : []), ...(await ofRoundedTables(root))];
}
