import { formatCount } from './number';

type RunProgress = {
  readonly state: string;
  readonly drawsDone: number;
  readonly interruptions: number;
  readonly failure: string | null;
};

export type RunStateWords = { tone: 'caution' | 'danger'; title: string; text: string };

/** What has to be said of a run without a result besides that it is being made; null where that is all. */
export function runStateWords(progress: RunProgress | null, draws: number): RunStateWords | null {
  if (!progress || progress.state === 'done') return null;
  const { state, failure, interruptions, drawsDone } = progress;
  if (state === 'failed') {
    return {
      tone: 'danger',
      title: 'The last attempt failed',
      text: `It is tried again now. The reason: ${failure ?? 'none was kept.'}`,
    };
  }
  if (interruptions === 0) return null;
  const goesOn =
    drawsDone > 0
      ? `It goes on from draw ${formatCount(drawsDone + 1)} of ${formatCount(draws)}: what was made is kept.`
      : 'It starts anew, with the same inputs and the same draws.';
  return {
    tone: 'caution',
    title: 'This run was interrupted',
    text: `${goesOn} Nothing is shown as its result until it is whole.`,
  };
}
