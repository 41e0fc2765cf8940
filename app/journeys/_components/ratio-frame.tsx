import { forPage } from '@/app/_adapters/page';
import { toRatioBars, yearsOf } from '@/components/charts/capital-rows';
import { ratioAlternative, ratioTitle } from '@/components/charts/capital-words';
import { type ChartTableData, figureCell } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { type BarEntry, toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import type { JourneysState } from '@/components/journeys/journeys-state';
import { EmptyState } from '@/components/ui/empty-state';
import { type PeriodChoice, periodChoice } from '@/lib/contracts/journeys-query';
import { findJourneyTable, listFoundationPlaces } from '@/lib/data/journey-views';
import { periodWords } from '@/lib/format/flow-words';
import { formatMeasure } from '@/lib/format/number';
import { papersOf } from './frame-papers';

const SHAPE = 'school_region_by_foundation_region';
const FORMAT = { unit: 'index', decimals: 2 } as const;

/** The years in which foundation began: chosen, or the newest. */
function bandOf({ query, guide }: JourneysState): PeriodChoice | null {
  const chosen = periodChoice(query.period);
  if (chosen?.clock === 'foundation') return chosen;
  const periods = guide.tables.find(({ shape }) => shape === SHAPE)?.periods ?? [];
  return periods.findLast(({ clock }) => clock === 'foundation') ?? null;
}

/** Graduates of a region's schools for each foundation place of the region. Everybody, whoever is chosen above. */
export async function RatioFrame({ state }: { state: JourneysState }) {
  const { country } = state.query;
  const band = bandOf(state);
  const years = band && yearsOf(band.label);
  const [answer, places] = await forPage(() =>
    Promise.all([
      findJourneyTable(SHAPE, { country, ...(band ? { clock: band.clock, period: band.label } : {}) }),
      listFoundationPlaces(country),
    ]),
  );
  const isLoaded = places.some(({ annualPlaces }) => annualPlaces !== null);
  if (answer.kind !== 'table' || !band || !years || !isLoaded) return <NoRatio isLoaded={isLoaded} />;
  const entries = toRatioBars(answer.view, places, years);
  const alternative = ratioAlternative(entries);
  const placesYear = places.find(({ periodLabel }) => periodLabel !== null)?.periodLabel;
  return (
    <ChartFrame
      id="graduates-per-place"
      headingLevel={2}
      title={ratioTitle(entries)}
      alternative={alternative}
      unit="Graduates for each foundation place, a year"
      {...papersOf(country, answer.view.source, `${periodWords(band)} · everybody`)}
      footnotes={[
        `Foundation places: published figures of the region’s foundation areas${placesYear ? `, ${placesYear}` : ''}. Graduates: a year’s average of the period; those who didn’t begin foundation training aren’t counted.`,
      ]}
      table={ratioTable(entries)}
    >
      <CompareBarsChart
        rows={toCompareBars({ entries, benchmark: { label: 'As many graduates as places:', value: 1 } })}
        format={FORMAT}
        alternative={alternative}
      />
    </ChartFrame>
  );
}

const ratioTable = (entries: readonly BarEntry[]): ChartTableData => ({
  columns: [{ label: 'Region' }, { label: 'Graduates for each place', numeric: true }],
  rows: entries.map(({ name, measure }) => [name, figureCell(measure, formatMeasure(measure, 'index', 2))]),
});

const NoRatio = ({ isLoaded }: { isLoaded: boolean }) => (
  <EmptyState title="Graduates for each foundation place are not loaded">
    <p>
      {isLoaded
        ? 'The journeys that are loaded have no years in which foundation training began.'
        : 'The UK Foundation Programme Office publishes places by foundation school every year. Import them as school_facts.csv, with the places of every foundation area of a region.'}
    </p>
  </EmptyState>
);
