import { ChartFrame } from '@/components/charts/chart-frame';
import { ofArea } from '@/components/charts/chart-papers';
import { lineOfAnswer, settlementSentence, toSettlementEntry } from '@/components/charts/settlement-rows';
import { type StackEntry, stackTable, toStackRows } from '@/components/charts/stacked-shares';
import { StackedSharesChart } from '@/components/charts/stacked-shares-chart';
import type { JourneyAnswer, RegionJourneys } from '@/lib/contracts/journey-views';
import { papersOf } from './frame-papers';

const STAGES = [
  { label: 'Foundation training', words: 'foundation training', of: 'settlementAtFoundation' },
  { label: 'Specialty training', words: 'specialty training', of: 'settlementAtSpecialty' },
] as const;

type SettlementFrameProps = { journeys: RegionJourneys; headingLevel?: 2 | 3 };

/** Stayers, returners and newcomers of a region, at foundation and at specialty training. */
export function SettlementFrame({ journeys, headingLevel = 3 }: SettlementFrameProps) {
  const made = STAGES.flatMap(({ label, words, of }) => {
    const answer: JourneyAnswer = journeys[of];
    const line = lineOfAnswer(answer, 'from');
    return line && answer.kind === 'table' ? [{ entry: toSettlementEntry(line, label), words, view: answer.view }] : [];
  });
  const [first] = made;
  if (!first) return null;
  const entries = made.map(({ entry }) => entry);
  // The title is of a stage that has shares, where one has.
  const told = [...made.filter(({ entry }) => !entry.isWithheld), ...made.filter(({ entry }) => entry.isWithheld)];
  const sentences = told.map(({ entry, words }) => settlementSentence(entry, words));
  return (
    <ChartFrame
      id="settlement"
      headingLevel={headingLevel}
      title={(sentences[0] ?? '').replace(/\.$/, '')}
      alternative={sentences.slice(sentences.length > 1 ? 1 : 0).join(' ')}
      unit="% of those who came to this stage here; number of people at the right"
      {...papersOf(journeys.country, first.view.source, 'all years · everybody', ofArea(journeys.region))}
      table={stackTable(entries, 'Stage')}
    >
      <StackedSharesChart
        rows={toStackRows(entries)}
        parts={longest(entries).map(({ label }) => label)}
        alternative={sentences.join(' ')}
      />
    </ChartFrame>
  );
}

const longest = (entries: readonly StackEntry[]): StackEntry['parts'] =>
  entries.reduce<StackEntry['parts']>((most, { parts }) => (parts.length > most.length ? parts : most), []);
