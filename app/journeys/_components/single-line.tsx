import { ChartFrame } from '@/components/charts/chart-frame';
import { ofSchool } from '@/components/charts/chart-papers';
import { toCompareBars } from '@/components/charts/compare-bars';
import { CompareBarsChart } from '@/components/charts/compare-bars-chart';
import {
  barFormat,
  type FlowLine,
  lineBars,
  lineTable,
  rankedEntries,
  toFlowLines,
} from '@/components/charts/flow-line';
import type { JourneysState } from '@/components/journeys/journeys-state';
import type { FlowChoice } from '@/lib/contracts/journey-views';
import type { JourneyTableView } from '@/lib/contracts/journeys';
import type { FileFormat } from '@/lib/contracts/table-file';
import { plotted } from '@/lib/domain/measure/measure';
import { STEP_WORDS, withheldWords } from '@/lib/format/flow-words';
import { formatCount, formatMeasure } from '@/lib/format/number';
import { framePapers } from './frame-papers';

type SingleLineProps = {
  state: JourneysState;
  view: JourneyTableView;
  table: FlowChoice;
  files: Readonly<Record<FileFormat, string>>;
};

/** A reader's own schools, each with its own list. */
export function SingleLine({ state, view, table, files }: SingleLineProps) {
  const side = view.rowAxis === 'school' ? 'from' : 'to';
  const words = STEP_WORDS[table.step];
  return (
    <>
      <p className="max-w-prose text-sm">
        You see your own school only: where another school’s people come from and go to is theirs. Tables between
        regions of home, training and career are for everybody; those by region of medical school aren’t, because a
        region may hold a single school.
      </p>
      {toFlowLines(view, side).map((line) => (
        <ChartFrame
          key={line.code}
          id={`flows-${line.code}`}
          headingLevel={2}
          title={titleOf(line, side === 'from' ? words.to : words.from)}
          alternative={alternativeOf(line)}
          unit={unitOf(line, side === 'from' ? 'graduates' : 'entrants')}
          {...framePapers(state, view.source, ofSchool(line))}
          table={lineTable(line, side === 'from' ? `To (${words.to})` : `From (${words.from})`)}
          files={files}
        >
          <CompareBarsChart
            rows={toCompareBars({ entries: lineBars(line) })}
            format={barFormat(line)}
            alternative={alternativeOf(line)}
          />
        </ChartFrame>
      ))}
    </>
  );
}

const unitOf = ({ isWhole, name }: FlowLine, people: string): string =>
  isWhole ? `% of ${people} of ${name}` : `People: ${people} of ${name}`;

function titleOf(line: FlowLine, place: string): string {
  const [first] = rankedEntries(line).filter((entry) => !entry.isState);
  if (!line.isWhole) return `${line.name} and ${place}: no shares, because a count is withheld`;
  if (!first || plotted(first.share) === null) return `${line.name} and ${place}: too few people to show a share`;
  return `${line.name}: most in ${first.name} (${formatMeasure(first.share, 'percent', 0)})`;
}

const alternativeOf = ({ name, people, withheld, notReached }: FlowLine): string =>
  [
    people === null
      ? `No count of people of ${name} can be shown.`
      : `${formatCount(people)} people of ${name} are in the counts that can be shown.`,
    notReached > 0 ? `${formatCount(notReached)} more have not come to this stage yet.` : '',
    withheldWords(withheld),
  ]
    .filter((part) => part !== '')
    .join(' ');
