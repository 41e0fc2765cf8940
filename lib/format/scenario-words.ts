import { formatDateTime } from './date';

type LastSave = { readonly updatedAt: Date; readonly updatedByName: string | null };

/** For whoever had a scenario open while somebody saved it: who that was, and what to do. `button`: what is pressed to save. */
export const savedMeanwhileWords = ({ updatedAt, updatedByName }: LastSave, button: string): string =>
  `${updatedByName ?? 'Somebody else'} saved this scenario on ${formatDateTime(updatedAt.toISOString())}, after you opened it. ` +
  `What you set is still here and nothing of theirs is lost: look at theirs in another tab, or press “${button}” again to put yours in its place. ` +
  'Every run stays as it was.';
