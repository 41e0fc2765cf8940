import type { ChartTableData } from '@/components/charts/chart-cell';
import { ChartFrame } from '@/components/charts/chart-frame';
import { toWaterfall, type WaterfallEntry } from '@/components/charts/waterfall';
import { WaterfallChart } from '@/components/charts/waterfall-chart';
import { Button } from '@/components/ui/button';
import type { RunAnswer } from '@/lib/contracts/run-question';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import type { Waterfall } from '@/lib/domain/pathway-questions/waterfall';
import { formatPosts } from '@/lib/format/round-words';
import { type AskedRun, withDraws } from './asked-run';
import { QuestionPanel } from './question-panel';
import { useAnswer, useAsked } from './use-answer';

const isWaterfall = (answer: RunAnswer): answer is Waterfall => answer.kind === 'waterfall';

/** What each lever adds alone, and what they do together. */
export function WaterfallPanel({ run }: { run: AskedRun }) {
  const { asked, ask } = useAsked('waterfall');
  const question = asked === null ? null : ({ kind: 'waterfall' } as const);
  const { answer, refused, progress, cancel } = useAnswer(run.runId, question, isWaterfall);
  return (
    <QuestionPanel
      run={run}
      id="waterfall"
      title="What each lever adds"
      lead="Each lever of this run alone, on the same draws, and what they do together beyond that."
      progress={progress}
      unit="runs"
      refused={refused}
      onCancel={() => {
        cancel();
        ask(null);
      }}
      form={
        asked === null ? (
          <div>
            <Button variant="secondary" onClick={() => ask('yes')}>
              Take the levers apart
            </Button>
          </div>
        ) : null
      }
    >
      {answer ? <WaterfallAnswer run={run} answer={answer} /> : null}
    </QuestionPanel>
  );
}

const entriesOf = ({ steps, interaction, whole }: Waterfall): WaterfallEntry[] => [
  ...steps.map(({ leverId, change }) => ({ label: `${leverName(leverId)}, alone`, kind: 'step' as const, change })),
  { label: 'Together beyond that (interaction)', kind: 'interaction', change: interaction },
  { label: 'This run, all levers', kind: 'whole', change: whole },
];

const tableOf = (entries: readonly WaterfallEntry[]): ChartTableData => ({
  columns: [
    { label: 'Part' },
    { label: 'Posts filled more, mean', numeric: true },
    { label: 'Median', numeric: true },
    { label: '80% interval', numeric: true },
  ],
  rows: entries.map(({ label, change }) => [
    label,
    { value: change.mean, text: formatPosts(change.mean) },
    { value: change.median, text: formatPosts(change.median) },
    `${formatPosts(change.lower80)} to ${formatPosts(change.upper80)}`,
  ]),
});

const together = ({ interaction }: Waterfall): string =>
  Math.abs(interaction.mean) < 0.05
    ? 'together they do what they do one by one'
    : `together they fill ${formatPosts(Math.abs(interaction.mean))} ${interaction.mean < 0 ? 'fewer than the sum' : 'more than the sum'}`;

function WaterfallAnswer({ run, answer }: { run: AskedRun; answer: Waterfall }) {
  const entries = entriesOf(answer);
  const parts = answer.steps
    .map(({ leverId, change }) => `${leverName(leverId)} ${formatPosts(change.mean)}`)
    .join('; ');
  const alternative = `Specialty posts filled more over the run, means: ${parts}; ${together(answer)}, so that the run fills ${formatPosts(answer.whole.mean)} more.`;
  return (
    <ChartFrame
      id="waterfall-figure"
      headingLevel={4}
      title={`Levers alone and together: ${together(answer)}`}
      alternative={alternative}
      unit="specialty posts filled more over the whole run, mean of draws"
      footnotes={[
        'Means, since means add up exactly and medians don’t: the headline gives the median. Whiskers: 80% of draws of that part.',
        'Alone: a lever offered by itself where this run offers it, against nothing, on the same draws. Interaction: what all levers do less the sum of each alone, mostly because several offers at one post count as one package and posts are limited.',
        'The order of the levers says nothing: each is run alone.',
      ]}
      table={tableOf(entries)}
      {...withDraws(run.papers, answer.draws)}
    >
      <WaterfallChart rows={toWaterfall(entries)} format={{ unit: 'posts', decimals: 1 }} alternative={alternative} />
    </ChartFrame>
  );
}
