import { Callout } from '@/components/tremor/callout';
import type { PathwayRun } from '@/lib/contracts/pathway-records';
import { runStateWords } from '@/lib/format/run-state';

/** That a run without a result was interrupted, or why it failed. */
export function RunState({ run: { progress, scenario } }: { run: PathwayRun }) {
  const words = runStateWords(progress, scenario.draws);
  return words ? (
    <Callout tone={words.tone} title={words.title}>
      {words.text}
    </Callout>
  ) : null;
}
