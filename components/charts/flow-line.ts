import type { JourneyCell, JourneyTableView } from '@/lib/contracts/journeys';
import { shortAreaName } from '@/lib/domain/geography/area-label';
import { isState, NOT_REACHED } from '@/lib/domain/journeys/axis-label';
import { sourceRules } from '@/lib/domain/journeys/source-rules';
import { shownTotal } from '@/lib/domain/journeys/total-over-rows';
import { type Measure, SUPPRESSED } from '@/lib/domain/measure/measure';
import { inPercent, shareOf } from '@/lib/domain/reach/count-figures';
import { cellMeasure, countOf } from '@/lib/domain/reach/published-count';
import { formatMeasure, formatNumber } from '@/lib/format/number';
import { absentCell, type ChartCell, type ChartTableData, figureCell } from './chart-cell';
import type { BarEntry } from './compare-bars';
import { shownSum } from './shown-sum';
import type { ValueFormat } from './value-format';

export type FlowEntry = {
  code: string;
  name: string;
  cell: JourneyCell;
  /** %, of the line's people, with its interval; withheld where the line isn't whole. */
  share: Measure;
  isState: boolean;
};

/** Everything from one place, or to one place. */
export type FlowLine = {
  code: string;
  name: string;
  /** Of those cells that have a number, without those who aren't there yet. */
  people: number | null;
  withheld: number;
  /** False where a count is withheld: it may be the largest, so that shares of the others would be far too large, and none are given. */
  isWhole: boolean;
  notReached: number;
  /** In the order of the table; `not_reached` isn't among them. */
  entries: FlowEntry[];
};

type Item = { code: string; name: string; cell: JourneyCell };

function lineOf(
  place: { code: string; name: string },
  items: readonly Item[],
  source: JourneyTableView['source'],
): FlowLine {
  const rules = sourceRules(source);
  const reached = items.filter(({ code }) => code !== NOT_REACHED);
  const late = items.find(({ code }) => code === NOT_REACHED)?.cell;
  const { counted, withheld } = shownTotal(
    reached.map(({ cell }) => cell),
    rules,
  );
  const isWhole = !reached.some(
    ({ code, cell }) => cell.kind === 'suppressed' || (cell.kind === 'not_loaded' && code === place.code),
  );
  return {
    code: place.code,
    name: shortAreaName(place.name),
    people: shownSum(reached.map(({ cell }) => cell)).people,
    withheld,
    isWhole,
    notReached: late?.kind === 'value' ? late.count : 0,
    entries: reached.map(({ code, name, cell }) => ({
      code,
      name: shortAreaName(name),
      cell,
      isState: isState(code),
      share: isWhole ? inPercent(shareOf(countOf(cell, rules), counted, rules)) : SUPPRESSED,
    })),
  };
}

type Side = 'from' | 'to';

const itemsOf = (view: JourneyTableView, side: Side, at: number): Item[] =>
  side === 'from'
    ? view.columns.map((column, c) => ({ ...column, cell: view.rows[at]?.cells[c] ?? { kind: 'not_loaded' } }))
    : view.rows.map(({ code, name, cells }) => ({ code, name, cell: cells[at] ?? { kind: 'not_loaded' } }));

/** A line for each row (`from`) or column (`to`) that is a place. */
export function toFlowLines(view: JourneyTableView, side: Side): FlowLine[] {
  const places = side === 'from' ? view.rows : view.columns;
  return places.flatMap((place, at) =>
    isState(place.code) ? [] : [lineOf(place, itemsOf(view, side, at), view.source)],
  );
}

export const toFlowLine = (view: JourneyTableView, side: Side, code: string): FlowLine | null =>
  toFlowLines(view, side).find((line) => line.code === code) ?? null;

const peopleOf = ({ cell }: FlowEntry): number => (cell.kind === 'value' ? cell.count : -1);

/** Most people first. */
export const rankedEntries = ({ entries }: FlowLine): FlowEntry[] =>
  entries.toSorted((a, b) => peopleOf(b) - peopleOf(a) || a.name.localeCompare(b.name, 'en-GB'));

/** For bars: only what somebody is shown in, or is withheld. In %, or people where no shares can be given (`barFormat`). */
export const lineBars = (line: FlowLine, highlighted?: string): BarEntry[] =>
  rankedEntries(line)
    .filter((entry) => !(entry.isState && peopleOf(entry) <= 0))
    .map(({ code, name, cell, share }) => ({
      code,
      name,
      measure: line.isWhole ? share : cellMeasure(cell),
      highlighted: code === highlighted,
    }));

export const barFormat = ({ isWhole }: FlowLine): ValueFormat =>
  isWhole ? { unit: 'percent', decimals: 1 } : { unit: 'people', decimals: 0 };

const peopleCell = (cell: JourneyCell): ChartCell => {
  const text = formatMeasure(cellMeasure(cell), 'count', 0);
  return cell.kind === 'value' ? { value: cell.count, text } : absentCell(cell.kind, text);
};

const shareCell = (share: Measure): ChartCell => figureCell(share, formatMeasure(share, 'percent', 1));

const intervalText = (share: Measure): string =>
  share.kind === 'value' && share.interval
    ? `${formatNumber(share.interval.lower, 1)} to ${formatNumber(share.interval.upper, 1)}%`
    : '';

/** The twin: people, share and interval of each. */
export const lineTable = (line: FlowLine, head: string): ChartTableData => ({
  columns: [
    { label: head },
    { label: 'People', numeric: true },
    { label: 'Share', numeric: true },
    { label: '95% interval', numeric: true },
  ],
  rows: rankedEntries(line)
    .filter(({ cell }) => cell.kind !== 'not_applicable')
    .map(({ name, cell, share }) => [name, peopleCell(cell), shareCell(share), intervalText(share)]),
});
