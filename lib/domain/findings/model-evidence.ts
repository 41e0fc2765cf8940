import { entrantsModel } from '@/lib/domain/journey-models/entrants-model';
import { type ModelPlaces, reachPlaces } from '@/lib/domain/journey-models/from-journeys';
import { GRADUATES_TABLE, type RoundedSource, roundedDistanceTerm } from '@/lib/domain/journey-models/from-rounded';
import { publishedEntrants } from '@/lib/domain/journey-models/published-entrants';
import type { ReachTerm } from '@/lib/domain/journey-models/reach-design';
import { slopesByFounding } from '@/lib/domain/journey-models/slopes-by-founding';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { ReachCell } from '@/lib/domain/reach/published-count';
import type { PublishedCells } from './count-source';
import type { Coefficient, SlopeWithFounding } from './evidence-input';

interface ModelEvidence {
  readonly deprivationSlope: SlopeWithFounding | null;
  readonly distanceSlope: SlopeWithFounding | null;
}

type TableFor = (shape: string, filter: JourneyFilter) => PublishedCells | null;

/** Entrants by home and school, as published; null where there is no such table. */
const entrantCells = (tableFor: TableFor): ((school: string, home: string) => ReachCell) | null => {
  const table = tableFor('home_by_school', {});
  if (!table) return null;
  const [rows, columns] = [table.rows, table.columns].map((labels) => new Map(labels.map((label, i) => [label, i])));
  return (school, home) => {
    const [row, column] = [rows?.get(home), columns?.get(school)];
    const cell =
      row === undefined || column === undefined ? undefined : table.cells[row * table.columns.length + column];
    return cell ?? { kind: 'not_applicable' };
  };
};

/** Correlations over schools, of slopes that are fitted to published counts, so that they tell no more than those. */
export function modelEvidence(tableFor: TableFor, places: ModelPlaces): ModelEvidence {
  const cellOf = entrantCells(tableFor);
  const reach = reachPlaces(places);
  const entrants = cellOf && entrantsModel({ ...reach, entrants: publishedEntrants(reach, cellOf) });
  const against = (term: ReachTerm): SlopeWithFounding | null => {
    const found = entrants?.kind === 'computed' ? slopesByFounding(entrants, places.schools, term) : null;
    if (found?.kind !== 'computed') return null;
    const { pairs, correlation, lower, upper } = found;
    return { n: pairs.length, correlation, lower, upper };
  };
  return {
    deprivationSlope: against('deprivation'),
    distanceSlope: against('log_distance'),
  };
}

/** Terms of a model that is fitted to published counts, so that they tell no more than those. */
export const publishedTerms = (
  tableFor: TableFor,
  places: ModelPlaces,
  base: number,
): { readonly femaleTerm: Coefficient | null; readonly nonWhiteTerm: Coefficient | null } => {
  const source: RoundedSource = {
    base,
    graduates: (filter) => {
      const table = tableFor(GRADUATES_TABLE, filter);
      const countOf = (cell: ReachCell) => (cell.kind === 'value' ? cell.count : cell.kind === 'low' ? 0 : null);
      return table && { ...table, counts: table.cells.map(countOf) };
    },
  };
  return {
    femaleTerm: roundedDistanceTerm(source, places, 'sex'),
    nonWhiteTerm: roundedDistanceTerm(source, places, 'ethnicity'),
  };
};
