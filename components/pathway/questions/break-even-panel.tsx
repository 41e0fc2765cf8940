import { absentCell, type ChartTableData } from '@/components/charts/chart-cell';
import { TableFigure } from '@/components/charts/chart-frame';
import { Button } from '@/components/ui/button';
import type { RunAnswer } from '@/lib/contracts/run-question';
import { leverName } from '@/lib/domain/levers/catalogue/lever-name';
import type { BreakEven } from '@/lib/domain/pathway/outputs/break-even';
import type { LeverBreakEven, RunBreakEven } from '@/lib/domain/pathway-questions/run-break-even';
import { formatNumber } from '@/lib/format/number';
import type { AskedRun } from './asked-run';
import { decimalsFor } from './frontier-words';
import { QuestionPanel } from './question-panel';
import { useAnswer, useAsked } from './use-answer';

const isBreakEven = (answer: RunAnswer): answer is RunBreakEven => answer.kind === 'break_even';

/** How strong it would have to be: asked before anybody believes in an effect. */
export function BreakEvenPanel({ run }: { run: AskedRun }) {
  const { asked, ask } = useAsked('break-even');
  const question = asked === null ? null : ({ kind: 'break_even' } as const);
  const { answer, refused, progress, cancel } = useAnswer(run.runId, question, isBreakEven);
  return (
    <QuestionPanel
      run={run}
      id="break-even"
      title="How strong would it have to be?"
      lead="The smallest effect at which one more specialty post is filled over the run, or one more in each year, against what the evidence gives."
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
              Work out the break-even effect
            </Button>
          </div>
        ) : null
      }
    >
      {answer ? <Answer run={run} answer={answer} /> : null}
    </QuestionPanel>
  );
}

/** Below this the posts come whatever the effect: from what the lever changes in the pathway itself. */
const NO_FACTOR = 1e-6;

const shareWords = ({ hasShift }: LeverBreakEven, breakEven: BreakEven | null): string => {
  if (!hasShift) return 'no effect on choosing to scale';
  if (!breakEven) return 'never: not even the largest effect that is modelled';
  if (breakEven.factor < NO_FACTOR) return 'any: by what it changes in the pathway itself';
  return `${formatNumber(100 * breakEven.factor, breakEven.factor < 0.1 ? 1 : 0)}% of what the evidence gives`;
};

const sentenceOf = ([whole]: RunBreakEven['levers']): string =>
  !whole?.hasShift
    ? 'These levers act on leaving or on the pathway itself: there is no effect on choosing to scale.'
    : `Effect that is enough for one more post over the run: ${shareWords(whole, whole.onePost)}. For one more in each year: ${shareWords(whole, whole.oneAYear)}.`;

const utility = (value: number | undefined) =>
  value === undefined
    ? absentCell('not_applicable', 'none')
    : { value, text: formatNumber(value, decimalsFor([value])) };

const tableOf = ({ levers }: RunBreakEven): ChartTableData => ({
  columns: [
    { label: 'Lever' },
    { label: 'Enough for one more post' },
    { label: 'Enough for one more a year' },
    { label: 'Utility as the evidence gives it', numeric: true },
    { label: 'Utility, one more post', numeric: true },
    { label: 'Utility, one more a year', numeric: true },
  ],
  rows: levers.map((one) => [
    one.leverId === null ? 'All levers of this run' : `${leverName(one.leverId)}, alone`,
    shareWords(one, one.onePost),
    shareWords(one, one.oneAYear),
    utility(one.hasShift ? one.deltaUtility : undefined),
    utility(one.onePost?.deltaUtility),
    utility(one.oneAYear?.deltaUtility),
  ]),
});

function Answer({ run, answer }: { run: AskedRun; answer: RunBreakEven }) {
  return (
    <>
      <p className="max-w-[72ch] border-l-4 border-accent pl-4">{sentenceOf(answer.levers)}</p>
      <TableFigure
        id="break-even-figure"
        label="Break-even effect of each lever"
        unit="utility; 0.026 is worth about 1% of basic pay"
        table={tableOf(answer)}
        {...run.papers}
        source={{ ...run.papers.source, publisher: 'modelled, every uncertain number at its median' }}
      />
      <p className="max-w-prose text-sm text-muted">
        Every uncertain number is at its median, and no lever is taken to do nothing. All that a lever does to choosing
        and to leaving is made weaker or stronger together. A small share doesn’t say that the effect is real: it says
        how little of it would be enough.
      </p>
    </>
  );
}
