import { useState } from 'react';
import { TableFigure } from '@/components/charts/chart-frame';
import { Button } from '@/components/ui/button';
import { NumberInput } from '@/components/ui/number-input';
import type { RunAnswer } from '@/lib/contracts/run-question';
import type { ValueOfKnowing } from '@/lib/domain/pathway-questions/value-of-knowing';
import { type AskedRun, withDraws } from './asked-run';
import { QuestionPanel } from './question-panel';
import { useAnswer, useAsked } from './use-answer';
import { VALUE_NOTES, valueSentence, valueTable } from './value-words';

const isValue = (answer: RunAnswer): answer is ValueOfKnowing => answer.kind === 'value';

/** What the tornado asks next: whose uncertainty matters for the decision, and not for the number alone. */
export function ValuePanel({ run }: { run: AskedRun }) {
  const { asked, ask } = useAsked('value');
  const leastPosts = Number(asked ?? Number.NaN);
  const question = asked !== null && leastPosts >= 0 ? ({ kind: 'value', leastPosts } as const) : null;
  const [posts, setPosts] = useState(asked ?? '1');
  const { answer, refused, progress, cancel } = useAnswer(run.runId, question, isValue);
  return (
    <QuestionPanel
      run={run}
      id="value"
      title="What would be worth finding out first?"
      lead="Which uncertain number could change whether the offer is worth making, and by how many posts. From 256 draws."
      progress={progress}
      unit="numbers"
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
            ask(posts);
          }}
        >
          <NumberInput
            name="value-posts"
            label="Worth making from so many specialty posts more"
            hint="Over the whole run: what the same money would fill elsewhere."
            min={0}
            step="any"
            value={posts}
            onChange={({ currentTarget }) => setPosts(currentTarget.value)}
            required
          />
          <Button type="submit" variant="secondary" disabled={progress !== null}>
            Work out what it is worth knowing
          </Button>
        </form>
      }
    >
      {answer ? <Answer run={run} answer={answer} /> : null}
    </QuestionPanel>
  );
}

function Answer({ run, answer }: { run: AskedRun; answer: ValueOfKnowing }) {
  return (
    <>
      <p className="max-w-[72ch] border-l-4 border-accent pl-4">{valueSentence(answer)}</p>
      {answer.numbers.length > 0 ? (
        <TableFigure
          id="value-figure"
          label="What each uncertain number is worth knowing before deciding"
          unit="specialty posts filled more over the whole run"
          table={valueTable(answer)}
          {...withDraws(run.papers, answer.draws)}
        />
      ) : null}
      <ul className="max-w-prose list-disc pl-5 text-sm text-muted">
        {VALUE_NOTES.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
