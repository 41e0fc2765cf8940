import { useState } from 'react';
import { tickDecimals } from '@/components/charts/axis';
import { ChartFrame } from '@/components/charts/chart-frame';
import { toFrontier } from '@/components/charts/frontier';
import { FRONTIER_PLOT, FrontierChart } from '@/components/charts/frontier-chart';
import { Callout } from '@/components/tremor/callout';
import { Button } from '@/components/ui/button';
import { NumberInput } from '@/components/ui/number-input';
import type { RunAnswer } from '@/lib/contracts/run-question';
import type { RunFrontier } from '@/lib/domain/pathway-questions/run-frontier';
import { type AskedRun, withDraws } from './asked-run';
import { frontierTable } from './frontier-table';
import {
  beatenWords,
  frontierMarks,
  frontierNotes,
  frontierSentence,
  mixName,
  mixWords,
  stepWords,
  writtenAs,
} from './frontier-words';
import { QuestionPanel } from './question-panel';
import { useAnswer, useAsked } from './use-answer';

const isFrontier = (answer: RunAnswer): answer is RunFrontier => answer.kind === 'frontier';

/** A round sum that the run itself is within. */
export const suggestedBudget = (costGbp: number): number => {
  if (costGbp <= 0) return 100_000;
  const step = 10 ** Math.max(0, Math.floor(Math.log10(costGbp)) - 1);
  return Math.ceil(costGbp / step) * step;
};

/** Need against careers for the levers, regions and budget of a run. */
export function FrontierPanel({ run }: { run: AskedRun }) {
  const { asked, ask } = useAsked('budget');
  const [budget, setBudget] = useState(asked ?? String(suggestedBudget(run.costGbp)));
  const given = asked === null ? Number.NaN : Number(asked);
  const question = Number.isFinite(given) && given >= 0 ? ({ kind: 'frontier', budgetGbp: given } as const) : null;
  const { answer, refused, progress, cancel } = useAnswer(run.runId, question, isFrontier);
  return (
    <QuestionPanel
      run={run}
      id="frontier"
      title="Need against careers: what these levers could reach"
      lead="For the levers and regions of this run, in other sizes and within a budget: the most need reached at each level of careers. Two purposes, never one score, and no mix is called the best."
      progress={progress}
      unit="mixes"
      refused={refused}
      onCancel={() => {
        cancel();
        ask(null);
      }}
      form={
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            ask(budget);
          }}
        >
          <NumberInput
            name="budget"
            label="Budget, whole cost discounted"
            unit="£"
            min={0}
            value={budget}
            onChange={({ currentTarget }) => setBudget(currentTarget.value)}
            required
          />
          <Button type="submit" variant="secondary" disabled={progress !== null}>
            Work out the frontier
          </Button>
        </form>
      }
    >
      {answer ? <FrontierAnswer run={run} answer={answer} /> : null}
    </QuestionPanel>
  );
}

function FrontierAnswer({ run, answer }: { run: AskedRun; answer: RunFrontier }) {
  const written = writtenAs(answer);
  const sentence = frontierSentence(answer);
  const beaten = beatenWords(run, answer);
  const { mixes } = answer;
  const frontier = toFrontier(frontierMarks(answer), FRONTIER_PLOT);
  return (
    <>
      {beaten ? (
        <Callout
          tone="caution"
          title={
            answer.optionBeaten
              ? 'Another mix does no worse on either, and better on one'
              : 'This run is above the budget'
          }
        >
          {beaten}
        </Callout>
      ) : null}
      <ChartFrame
        id="frontier-figure"
        headingLevel={4}
        title={
          mixes.length > 1
            ? 'More of one purpose costs some of the other'
            : 'Within this budget the two purposes go together'
        }
        alternative={sentence}
        unit="need: percentage points of shortfall that go; careers: utility"
        footnotes={frontierNotes(run, answer)}
        table={frontierTable(run, answer)}
        {...withDraws(run.papers, answer.draws)}
      >
        <FrontierChart
          frontier={frontier}
          x={{ label: 'Careers', format: { unit: 'index', decimals: tickDecimals(frontier.x) } }}
          y={{ label: 'Need', format: { unit: 'index', decimals: tickDecimals(frontier.y) } }}
          alternative={sentence}
        />
      </ChartFrame>
      <section aria-label="What each mix is, and gives up" className="flex max-w-[72ch] flex-col gap-2">
        <h4 className="text-base font-semibold">What each mix is, and what is given up</h4>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {mixes.map((mix, at) => (
            <li key={mixName(at)}>{`${mixName(at)}: ${mixWords(run, mix)}.`}</li>
          ))}
        </ul>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          {mixes.slice(1).map((mix, at) => (
            <li key={mixName(at)}>
              {stepWords(
                run,
                [mixes[at] ?? mix, mix],
                [mixName(at), mixName(at + 1)],
                answer.tradedInDraws[at] ?? 0,
                written,
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
