import { forPage } from '@/app/_adapters/page';
import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import { barFormat, type FlowLine, lineBars, lineTable, toFlowLine, toFlowLines } from '@/components/charts/flow-line';
import { lineAlternative, lineTitle } from '@/components/charts/flow-line-words';
import type { JourneysState } from '@/components/journeys/journeys-state';
import { toFlowMap } from '@/components/maps/flow-map';
import { FlowMapDrawing } from '@/components/maps/flow-map-drawing';
import { LinkTabs } from '@/components/ui/link-tabs';
import type { FlowChoice } from '@/lib/contracts/journey-views';
import type { JourneyTableView } from '@/lib/contracts/journeys';
import { journeyFiles, journeysHref, tableQueryOf } from '@/lib/contracts/journeys-query';
import { findJourneyTable } from '@/lib/data/journey-views';
import { STEP_WORDS } from '@/lib/format/flow-words';
import { framePapers } from './frame-papers';
import { JourneyAbsence } from './journey-absence';

/** The reader's own region, else the one with most people. */
function placeOf({ guide, query }: JourneysState, lines: readonly FlowLine[]): FlowLine | null {
  const asked = query.to ?? query.from ?? guide.ownRegions[0];
  const most = lines.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))[0] ?? null;
  return lines.find(({ code }) => code === asked) ?? most;
}

/** One origin or one destination at a time. */
export async function MapView({ state }: { state: JourneysState }) {
  const { guide, query, choices } = state;
  const { table } = choices;
  if (!table) return <JourneyAbsence guide={guide} />;
  const answer = await forPage(() => findJourneyTable(table.shape, tableQueryOf(query)));
  if (answer.kind !== 'table') return <JourneyAbsence guide={guide} answer={answer} />;
  const side = query.to === undefined ? 'from' : 'to';
  const line = placeOf(state, toFlowLines(answer.view, side));
  return line ? <Flows state={state} table={table} view={answer.view} line={line} side={side} /> : null;
}

type FlowsProps = {
  state: JourneysState;
  table: FlowChoice;
  view: JourneyTableView;
  line: FlowLine;
  side: 'from' | 'to';
};

function Flows({ state, table, view, line, side }: FlowsProps) {
  const { guide, query } = state;
  const words = STEP_WORDS[table.step];
  const alternative = lineAlternative(line, side, words);
  const hrefOf = (to: 'from' | 'to') => (code: string) =>
    journeysHref({ ...query, from: to === 'from' ? code : undefined, to: to === 'to' ? code : undefined });
  const other = toFlowLine(view, side === 'from' ? 'to' : 'from', line.code)
    ? line.code
    : (guide.regions[0]?.code ?? '');
  return (
    <>
      <LinkTabs
        label="Direction"
        tabs={[
          {
            href: hrefOf('from')(side === 'from' ? line.code : other),
            label: `From ${line.name}`,
            current: side === 'from',
          },
          { href: hrefOf('to')(side === 'to' ? line.code : other), label: `To ${line.name}`, current: side === 'to' },
        ]}
      />
      <ChartFrame
        id="flow-map"
        headingLevel={2}
        title={lineTitle(line, side, words)}
        alternative={alternative}
        unit={`${line.isWhole ? '% of those' : 'People'} ${side === 'from' ? 'from' : 'who came to'} ${line.name}`}
        {...framePapers(state, view.source, ofArea(line))}
        footnotes={[
          'Width of an arc goes with the square root of people; the ring is those who stayed. At most 20 arcs; none where a count is withheld or rounds to 0.',
          'Regions stand about where they lie, moved apart where they would touch. Choose a region to see its own.',
        ]}
        table={lineTable(line, side === 'from' ? `To (${words.to})` : `From (${words.from})`)}
        files={journeyFiles(table.shape, { ...tableQueryOf(query), [side]: line.code })}
      >
        <div className="grid items-start gap-6 md:grid-cols-2">
          <FlowMapDrawing map={toFlowMap(line, side, guide.regions)} alternative={alternative} href={hrefOf(side)} />
          <CompareBarsChart
            rows={toCompareBars({ entries: lineBars(line, line.code) })}
            format={barFormat(line)}
            alternative={alternative}
          />
        </div>
      </ChartFrame>
    </>
  );
}
