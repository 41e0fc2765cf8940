import 'server-only';
import type {
  CareerDestinations,
  FoundationDestinations,
  ReachAbsence,
  Settlement,
} from '@/lib/contracts/school-reach';
import { schoolsKnown } from '@/lib/data/journeys/audience';
import { isState, LEFT, NOT_REACHED, SETTLEMENTS, UNKNOWN } from '@/lib/domain/journeys/axis-label';
import { LEAST_SCHOOLS } from '@/lib/domain/journeys/schools-held';
import { type Measure, SUPPRESSED } from '@/lib/domain/measure/measure';
import { classShares } from '@/lib/domain/reach/class-shares';
import { destinations } from '@/lib/domain/reach/destinations';
import { type AreaPeople, dependence, FOOTPRINT_SHARE, footprint, largestFirst } from '@/lib/domain/reach/footprint';
import { type Counted, cellMeasure, type ReachCell, totalOf } from '@/lib/domain/reach/published-count';
import { withinTotal } from '@/lib/domain/reach/within-total';
import { SETTLEMENT_WORDS } from '@/lib/format/reach-words';
import { nameOf, type ReachContext, readingOf } from './reach-context';
import { absent, cellOf, isAbsent, type SchoolLine, schoolLine, toReachCell } from './school-line';

const FOUNDATION_MISSING =
  'Not loaded. A rounded national table of graduates by foundation area (school_foundation.csv) or a cohort (cohort.csv) would load it; UKMED lets such tables out of its safe haven.';
const CAREERS_MISSING = 'Not loaded. A cohort (cohort.csv) that follows people into career posts would load it.';

type Stage = 'foundation' | 'career';

/** What the school's graduates came to, and who isn't placed. */
type Reached = {
  readonly line: SchoolLine;
  readonly places: readonly AreaPeople[];
  readonly left: readonly AreaPeople[];
};

const isNobody = (cells: readonly ReachCell[], { rules }: SchoolLine): boolean => {
  const whole = totalOf(cells, rules);
  return whole.kind === 'count' && (whole.isLow || whole.count === 0);
};

const notYet = (stage: string): ReachAbsence =>
  absent('not_possible', `Nobody who entered in these years has come to ${stage} yet, or too few to show.`);

function reached(context: ReachContext, shape: string, notLoaded: string, stage: string): Reached | ReachAbsence {
  const line = schoolLine(context, shape, notLoaded);
  if (isAbsent(line)) return line;
  const all = [...line.cells].map(([area, people]) => ({ area, people }));
  const places = all.filter(({ area }) => !isState(area));
  const left = all.filter(({ area }) => area === LEFT);
  if (
    isNobody(
      places.map(({ people }) => people),
      line,
    )
  )
    return notYet(stage);
  return { line, places, left };
}

/** Everybody of the school who came to a stage or left before it: from a table with few cells, which is seldom withheld. */
function everybodyAt(context: ReachContext, line: SchoolLine, stage: Stage): Counted {
  const few = schoolLine(context, `school_by_settlement_at_${stage}`, '');
  const isSame =
    !isAbsent(few) &&
    few.from === line.from &&
    few.papers.clock === line.papers.clock &&
    few.papers.period === line.papers.period;
  const cells = isSame ? [...few.cells].flatMap(([code, cell]) => (code === NOT_REACHED ? [] : [cell])) : [];
  return totalOf(cells.length > 0 ? cells : [{ kind: 'not_loaded' }], line.rules);
}

/** Shares of everybody: a withheld area counts in the whole with what is left of it, and has no share of its own. */
function sharesOf(context: ReachContext, { line, places, left }: Reached, stage: Stage) {
  const people = [...places, ...left];
  const cells = [...people.map((one) => one.people), cellOf(line, UNKNOWN)];
  const bounded = withinTotal(cells, everybodyAt(context, line, stage), line.rules);
  const { areas, unknown: unplaced } = destinations(
    people.map(({ area }, at) => ({ area, people: bounded[at] ?? { kind: 'suppressed' } })),
    bounded.at(-1) ?? { kind: 'suppressed' },
    line.rules,
  );
  const shown = (code: string, share: Measure): Measure =>
    cellOf(line, code).kind === 'suppressed' ? SUPPRESSED : share;
  const rows = areas
    .map(({ area, share }) => ({
      code: area,
      name: nameOf(context, area),
      people: cellMeasure(cellOf(line, area)),
      share: shown(area, share),
    }))
    .sort((a, b) => largestFirst({ area: a.code, share: a.share }, { area: b.code, share: b.share }));
  const unknown = shown(UNKNOWN, unplaced);
  const gone = rows.find(({ code }) => code === LEFT);
  return {
    areas: rows.filter(({ code }) => code !== LEFT),
    left: gone ? { people: gone.people, share: gone.share } : null,
    unknown,
    notReached: cellMeasure(cellOf(line, NOT_REACHED)),
  };
}

const hasPeople = (cell: ReachCell): boolean => cell.kind === 'suppressed' || (cell.kind === 'value' && cell.count > 0);

function dependenceOf(context: ReachContext, { line, places }: Reached) {
  const { rows, columns, cells } = line.table;
  const rowOf = (r: number) => columns.map((_, c) => toReachCell(cells[r * columns.length + c]));
  // A school that isn't in the source has counts that round to 0 everywhere, and nobody behind them.
  const schools = rows.flatMap((code, r) => (rowOf(r).some(hasPeople) ? [{ code, cells: rowOf(r) }] : []));
  const areas = places.map(({ area, people }) => ({
    area,
    fromSchool: people,
    fromSchools: schools.flatMap((one) => one.cells[columns.indexOf(area)] ?? []),
  }));
  // Of everybody in an area hardly anybody else would be known.
  if (schools.length < LEAST_SCHOOLS) return [];
  // The reader's own schools can be taken away: what is left has to be of several others.
  const own = [context.school.code, ...schoolsKnown(context.viewer)];
  const isOther = schools.map(({ code }) => !own.includes(code));
  const othersIn = (from: readonly ReachCell[]) => from.filter((cell, r) => isOther[r] && hasPeople(cell)).length;
  const isHidden = (from: readonly ReachCell[]) =>
    readingOf(context, line.papers.table) === 'own' && othersIn(from) < LEAST_SCHOOLS;
  const shown = areas.filter(({ fromSchools }) => !isHidden(fromSchools));
  const hidden = areas.filter(({ fromSchools }) => isHidden(fromSchools));
  return [...dependence(shown, line.rules), ...hidden.map(({ area }) => ({ area, share: SUPPRESSED }))].map(
    ({ area, share }) => ({ code: area, name: nameOf(context, area), share }),
  );
}

export function foundationBlock(context: ReachContext): FoundationDestinations {
  const found = reached(context, 'school_by_foundation_area', FOUNDATION_MISSING, 'foundation training');
  if ('kind' in found) return found;
  const { areas, held, unknownAreas } = footprint(found.places, found.line.rules);
  return {
    kind: 'given',
    papers: found.line.papers,
    ...sharesOf(context, found, 'foundation'),
    footprint: {
      wanted: FOOTPRINT_SHARE,
      areas: areas.map((code) => ({ code, name: nameOf(context, code) })),
      held,
      unknownAreas,
    },
    dependence: dependenceOf(context, found),
  };
}

export function careersBlock(context: ReachContext): CareerDestinations {
  const found = reached(context, 'school_by_career_region', CAREERS_MISSING, 'a career post');
  if ('kind' in found) return found;
  return { kind: 'given', papers: found.line.papers, ...sharesOf(context, found, 'career') };
}

const CLASSES = [...SETTLEMENTS, UNKNOWN, LEFT] as const;

/** Stayers, returners and newcomers, with those of whom it isn't known: everybody who came to the stage, or won't. */
export function settlementBlock(context: ReachContext, stage: Stage): Settlement {
  const isFoundation = stage === 'foundation';
  const line = schoolLine(context, `school_by_settlement_at_${stage}`, CAREERS_MISSING);
  if (isAbsent(line)) return line;
  const people = {
    stayer: cellOf(line, 'stayer'),
    returner: cellOf(line, 'returner'),
    newcomer_studied: cellOf(line, 'newcomer_studied'),
    newcomer_arrived: cellOf(line, 'newcomer_arrived'),
    unknown: cellOf(line, UNKNOWN),
    left: cellOf(line, LEFT),
  };
  const { unknown: _, left: __, ...settled } = people;
  if (isNobody(Object.values(settled), line)) return notYet(isFoundation ? 'foundation training' : 'a career post');
  return {
    kind: 'given',
    papers: line.papers,
    classes: classShares(CLASSES, people, line.rules).map((one) => ({ ...one, label: SETTLEMENT_WORDS[one.class] })),
    notReached: cellMeasure(cellOf(line, NOT_REACHED)),
  };
}
