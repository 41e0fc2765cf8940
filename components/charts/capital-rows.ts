import type { FoundationPlaces } from '@/lib/contracts/journey-views';
import type { JourneyCell, JourneyTableView } from '@/lib/contracts/journeys';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import { CAPITAL_RELATIONS, type CapitalRelation, isState } from '@/lib/domain/journeys/axis-label';
import { capitalRelation } from '@/lib/domain/journeys/capital-relation';
import { graduatesPerPlace } from '@/lib/domain/journeys/graduates-per-place';
import { publishedCounts } from '@/lib/domain/journeys/published-counts';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import { shownTotal } from '@/lib/domain/journeys/total-over-rows';
import { type Measure, measured, NOT_LOADED, SUPPRESSED } from '@/lib/domain/measure/measure';
import { notApplicable, shareOf } from '@/lib/domain/reach/count-figures';
import type { Counted } from '@/lib/domain/reach/published-count';
import type { BarEntry } from './compare-bars';
import { isWithheld as isHidden } from './flow-matrix';
import type { StackEntry } from './stacked-shares';

type Move = { from: string; to: string; cell: JourneyCell };

/** Moves between places: both ends known. */
const movesOf = ({ rows, columns }: JourneyTableView): Move[] =>
  rows.flatMap((row) =>
    columns.flatMap(({ code: to }, at) => {
      const cell = row.cells[at];
      return !cell || isState(row.code) || isState(to) ? [] : [{ from: row.code, to, cell }];
    }),
  );

export const relationWords = (relation: CapitalRelation, capital: string): string =>
  ({
    within: `Stayed within ${capital}`,
    into: `Into ${capital}`,
    out_of: `Out of ${capital}`,
    neither: `Never in ${capital}`,
  })[relation];

/** A withheld count may be a large one, and those who stayed are the largest: without it, shares of all others would be far too large. */
const hidesPeople = (moves: readonly Move[]): boolean =>
  moves.some(({ from, to, cell }) => cell.kind === 'suppressed' || (from === to && isHidden(cell)));

/** Rounded again, so that no sum looks exact. */
const peopleOf = (counted: Counted): number | null =>
  counted.kind === 'count' && !counted.isThin ? toNearestFive(counted.count) : null;

type Capital = { code: string; name: string };

/** How moves stand to the capital region, of those whose two regions are known. */
export function toCapitalEntry(view: JourneyTableView, capital: Capital, label: string): StackEntry {
  const moves = movesOf(view);
  const rules = sourceRules(view.source);
  const totalFor = (isWanted: (move: Move) => boolean) =>
    shownTotal(
      moves.filter(isWanted).map(({ cell }) => cell),
      rules,
    );
  const whole = totalFor(() => true);
  const isWithheld = hidesPeople(moves);
  return {
    key: view.shape,
    label,
    isWithheld,
    people: isWithheld ? null : peopleOf(whole.counted),
    parts: CAPITAL_RELATIONS.map((relation) => {
      const { counted } = totalFor(({ from, to }) => capitalRelation(from, to, capital.code) === relation);
      return {
        label: relationWords(relation, capital.name),
        people: peopleOf(counted),
        share: isWithheld ? SUPPRESSED : shareOf(counted, whole.counted, rules),
      };
    }),
  };
}

/** Share (0 to 1) who left the region that they came from: of one region, or of all others. */
export function leavingShare(view: JourneyTableView, isOrigin: (code: string) => boolean): Measure {
  const rules = sourceRules(view.source);
  const moves = movesOf(view).filter(({ from }) => isOrigin(from));
  const of = (wanted: readonly Move[]) =>
    shownTotal(
      wanted.map(({ cell }) => cell),
      rules,
    ).counted;
  if (hidesPeople(moves)) return SUPPRESSED;
  return shareOf(of(moves.filter(({ from, to }) => from !== to)), of(moves), rules);
}

const SPAN = /^(\d{4})\D+(\d{4})$/;

/** Years in the label of a period; null where it doesn't say. */
export function yearsOf(label: string): number | null {
  if (/^\d{4}$/.test(label)) return 1;
  const [, from, to] = SPAN.exec(label) ?? [];
  const years = from && to ? Number(to) - Number(from) + 1 : 0;
  return years > 0 ? years : null;
}

/** Graduates of each region's schools who began foundation training, a year, for each place that the region offers. */
export function toRatioBars(view: JourneyTableView, places: readonly FoundationPlaces[], years: number): BarEntry[] {
  const table = publishedCounts(view);
  return view.rows.flatMap(({ code, name }): BarEntry[] => {
    const own = places.find(({ region }) => region === code);
    if (isState(code) || !own) return [];
    return [{ code, name: shortAreaName(name), measure: ratioOf(table, code, own.annualPlaces, years) }];
  });
}

function ratioOf(
  table: Parameters<typeof graduatesPerPlace>[0]['table'],
  region: string,
  annualPlaces: number | null,
  years: number,
): Measure {
  if (annualPlaces === null) return NOT_LOADED;
  const found = graduatesPerPlace({ table, regionOf: (code) => code, region, annualPlaces, years });
  if (found.kind === 'refused') return notApplicable('It offers no foundation places');
  // Those who stayed are its largest count: a ratio without a withheld count would be far too small.
  return found.gaps > 0 ? SUPPRESSED : measured(found.ratio);
}
