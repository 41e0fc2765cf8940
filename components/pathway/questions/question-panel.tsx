import type { ReactNode } from 'react';
import { Callout } from '@/components/tremor/callout';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { hasNoCeiling, PLACES_NOT_LIMITED } from '@/lib/domain/pathway-scenario/place-limit';
import type { AskedRun } from './asked-run';

/** A run without limit says so with each answer, as with its result. */
const PLACES_NOT_LIMITED_ANSWER = `${PLACES_NOT_LIMITED} Posts gained or lost are people who would come; more of them than posts is no vacancy, never one below 0.`;

type QuestionPanelProps = {
  run: Pick<AskedRun, 'scenario'>;
  id: string;
  title: string;
  lead: string;
  /** Set while it is worked out. */
  progress: { done: number; total: number } | null;
  unit: string;
  refused: string | null;
  onCancel: () => void;
  /** What is asked, and the answer. */
  form: ReactNode;
  children: ReactNode;
};

/** A question about a run: what is asked, how far the work is, and what came of it. */
export function QuestionPanel(props: QuestionPanelProps) {
  const { run, id, title, lead, progress, unit, refused, onCancel, form, children } = props;
  return (
    <section
      aria-labelledby={id}
      aria-busy={progress !== null}
      className="@container flex min-w-0 flex-col gap-4 border-t border-line pt-4"
    >
      <div className="flex flex-col gap-1">
        <h3 id={id} className="scroll-mt-24 text-lg">
          {title}
        </h3>
        <p className="max-w-prose text-muted">{lead}</p>
      </div>
      {form}
      {progress ? (
        <div className="flex flex-wrap items-end gap-4">
          <Progress id={`${id}-progress`} label="Working" {...progress} unit={unit} />
          <Button variant="secondary" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      ) : null}
      {refused ? (
        <div role="alert">
          <Callout tone="danger" title="No answer">
            {refused}
          </Callout>
        </div>
      ) : null}
      {children && hasNoCeiling(run.scenario) ? (
        <Callout tone="caution" title="Not an answer to act on">
          {PLACES_NOT_LIMITED_ANSWER}
        </Callout>
      ) : null}
      {children}
    </section>
  );
}
