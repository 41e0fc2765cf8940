import 'server-only';
import type { JourneyCell } from '@/lib/contracts/journeys';
import type { ReachAbsence, ReachPapers } from '@/lib/contracts/school-reach';
import type { PublishedTable, TableSource } from '@/lib/data/journeys/table-source';
import { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import type { CountRules, ReachCell } from '@/lib/domain/reach/published-count';
import { mayRead, type ReachContext, shapeOf } from './reach-context';

/** One school's counts out of a published table, with the whole of it for what is set against all schools. */
export type SchoolLine = {
  readonly papers: ReachPapers;
  readonly rules: CountRules;
  readonly from: TableSource;
  readonly table: PublishedTable;
  readonly cells: ReadonlyMap<string, ReachCell>;
  /** What a label stands for that the table doesn't hold. */
  readonly missing: ReachCell;
};

type Asked = { readonly filter?: Omit<JourneyFilter, 'period'>; readonly isNarrowed?: boolean };

export const toReachCell = (cell: JourneyCell | undefined): ReachCell => cell ?? { kind: 'not_loaded' };

/** What an intake file tells of: it says where entrants come from and their deprivation fifth, and nothing of what became of them. */
const IN_INTAKE: ReadonlySet<string> = new Set(['home_by_school', 'school_by_quintile']);

/** A cohort or an intake names everybody: a label that it lacks has nobody. Of a rounded table nothing is known there. */
const missingIn = ({ source }: TableSource): ReachCell => {
  if (source.kind === 'rounded') return { kind: 'not_loaded' };
  return RULE_SETS[source.ruleSet].suppressedCounts === null ? { kind: 'low' } : { kind: 'value', count: 0 };
};

/** The years asked about, else all, else the latest of those that can't be added up. */
function periodsToTry({ period }: ReachContext, shape: JourneyShape, { periods }: TableSource) {
  const own = periods.filter(({ clock }) => shape.clocks.includes(clock));
  const asked = own.filter(({ clock, label }) => clock === 'entry' && label === period);
  const latest = shape.clocks.flatMap((clock) => own.filter((one) => one.clock === clock).slice(-1));
  return [...asked, null, ...latest];
}

function tableFrom(context: ReachContext, shape: JourneyShape, from: TableSource, { filter = {} }: Asked) {
  for (const period of periodsToTry(context, shape, from)) {
    const outcome = from.table(shape, period ? { ...filter, period } : filter);
    if (outcome.kind === 'table') return { table: outcome.table, period };
  }
  return null;
}

const cellsOf = ({ rows, columns, cells }: PublishedTable, shape: JourneyShape, school: string) => {
  const isRow = shape.rows === 'school';
  const at = (isRow ? rows : columns).indexOf(school);
  if (at === -1) return null;
  const others = isRow ? columns : rows;
  const cellAt = (i: number) => cells[isRow ? at * columns.length + i : i * columns.length + at];
  return new Map(others.map((label, i) => [label, toReachCell(cellAt(i))] as const));
};

/** `nobody`: the school is there, and every count is 0 or rounds to it. */
function fillOf(cells: ReadonlyMap<string, ReachCell>): 'people' | 'nobody' | 'nothing' {
  const all = [...cells.values()];
  if (all.some((cell) => cell.kind === 'suppressed' || (cell.kind === 'value' && cell.count > 0))) return 'people';
  return all.some(({ kind }) => kind === 'low' || kind === 'value') ? 'nobody' : 'nothing';
}

export const absent = (reason: ReachAbsence['reason'], words: string): ReachAbsence => ({
  kind: 'absent',
  reason,
  words,
});

const OF_THE_SCHOOL = 'This belongs to the school: its staff and analysts see it.';
const NOBODY = 'What is loaded holds nobody of this school, or so few that every count rounds to 0.';
const OF_ANOTHER =
  'Where a school’s people come from and go is for that school, for those who plan training, and for analysts.';

/** From the richest source that holds this school in the table, as far as the viewer may see it. */
export function schoolLine(
  context: ReachContext,
  shapeId: string,
  notLoaded: string,
  asked: Asked = {},
): SchoolLine | ReachAbsence {
  const { school, sources } = context;
  const shape = shapeOf(shapeId);
  if (!mayRead(context, shapeId, asked.isNarrowed))
    return absent('not_yours', mayRead(context, 'home_by_school') ? OF_THE_SCHOOL : OF_ANOTHER);
  let isEmpty = false;
  for (const from of sources) {
    if (from.source.kind === 'intake' && !IN_INTAKE.has(shapeId)) continue;
    const found = tableFrom(context, shape, from, asked);
    const cells = found && cellsOf(found.table, shape, school.code);
    const fill = cells ? fillOf(cells) : 'nothing';
    if (fill === 'nobody') isEmpty = true;
    if (!found || !cells || fill !== 'people') continue;
    return {
      papers: {
        source: from.source,
        table: shapeId,
        period: found.period?.label ?? 'all years',
        clock: found.period?.clock ?? shape.clocks[0] ?? 'entry',
        provenance: school.root === 'demonstration' ? 'demonstration' : 'derived',
      },
      rules: sourceRules(from.source),
      from,
      table: found.table,
      cells,
      missing: missingIn(from),
    };
  }
  return isEmpty ? absent('not_possible', NOBODY) : absent('not_loaded', notLoaded);
}

export const isAbsent = (line: SchoolLine | ReachAbsence): line is ReachAbsence => 'kind' in line;

export const cellOf = ({ cells, missing }: SchoolLine, label: string): ReachCell => cells.get(label) ?? missing;
