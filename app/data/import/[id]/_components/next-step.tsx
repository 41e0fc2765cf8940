'use client';

import { useActionState } from 'react';
import { cancelAction, publishAction } from '@/app/data/import/actions';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { TextInput } from '@/components/ui/text-input';
import type { ImportEntry } from '@/lib/contracts/import';

/** The form with what was said of the file. */
const againHref = ({ period = '', areaCode = '', roundingBase, source }: ImportEntry['given']): string =>
  `/data/import?${new URLSearchParams({
    period,
    area: areaCode,
    ...(roundingBase ? { rounded: String(roundingBase) } : {}),
    ...(source ? { source } : {}),
  })}`;

const LABEL = /^[a-z_]+(?::|$)/;

/** Why the whole file is refused, or wasn't published on its day, in words: a label of a rule has them among the errors. */
const refusalText = ({ status, reject, errors }: ImportEntry): string | null => {
  if (reject === null || !['refused', 'cancelled', 'ready'].includes(status)) return null;
  return LABEL.test(reject) ? (errors[0]?.message ?? reject) : reject;
};

/** How what there is of a file is given up. */
const CANCEL_WORDS: Readonly<Partial<Record<ImportEntry['status'], string>>> = {
  reading: 'Stop reading',
  needs_mapping: 'Discard the file',
  refused: 'Discard the file and its errors',
  ready: 'Discard what is staged',
  scheduled: 'Discard what is staged',
};

/** Publish now or from a day on; or cancel, which leaves nothing behind. */
export function NextStep({ entry }: { entry: ImportEntry }) {
  const { id, status, given, headers } = entry;
  const refusal = refusalText(entry);
  const [published, publish, publishing] = useActionState(publishAction, null);
  const [cancelled, cancel, cancelling] = useActionState(cancelAction, null);
  const cancelWords = CANCEL_WORDS[status];
  const message = published?.message ?? cancelled?.message ?? null;
  return (
    <section aria-label="Next step" className="no-print flex max-w-2xl flex-col gap-4">
      <ErrorSummary title="Not done" errors={message ? [{ fieldId: 'on', message }] : []} />
      {refusal ? <p className="font-semibold">{refusal}</p> : null}
      {status === 'refused' ? (
        <p>
          {'None of its rows are stored; the list of errors is kept. Mend the file and '}
          <a className="link" href={againHref(given)}>
            send it again
          </a>
          {headers.length > 0 ? ', or say below what its columns are.' : '.'}
        </p>
      ) : null}
      {status === 'ready' ? (
        <form action={publish} className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="id" value={id} />
          <TextInput name="on" label="Show it from (optional)" type="date" hint="Empty: now." />
          <Button type="submit" disabled={publishing}>
            Publish
          </Button>
        </form>
      ) : null}
      {cancelWords ? (
        <form action={cancel}>
          <input type="hidden" name="id" value={id} />
          <Button type="submit" variant="secondary" disabled={cancelling}>
            {cancelWords}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
