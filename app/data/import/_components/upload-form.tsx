'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Progress } from '@/components/ui/progress';
import { Select } from '@/components/ui/select';
import { RULE_SET_WORDS } from '@/lib/format/count-words';

const Answer = z.object({ id: z.string().optional(), detail: z.string().optional() });
const RULES = Object.entries(RULE_SET_WORDS).map(([value, label]) => ({ value, label }));
const MEGABYTE = 1e6;
const FILE =
  'text-base file:mr-3 file:min-h-10 file:rounded-lg file:border file:border-solid file:border-control file:bg-surface file:px-4 file:font-semibold';

type Sent = { done: number; total: number };

/** XMLHttpRequest, because fetch doesn't say how much of a file has gone. */
const send = (file: File, ruleSet: string, onProgress: (sent: Sent) => void): Promise<z.infer<typeof Answer>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/data/import/upload');
    request.setRequestHeader('x-stead-file', encodeURIComponent(file.name));
    request.setRequestHeader('x-stead-rule', ruleSet);
    request.upload.onprogress = ({ loaded, total }) => onProgress({ done: loaded, total });
    request.onload = () => {
      try {
        resolve(Answer.parse(JSON.parse(request.responseText)));
      } catch (error) {
        reject(error);
      }
    };
    request.onerror = () => reject(new Error('The connection was lost. Send the file again.'));
    request.send(file);
  });

export function UploadForm() {
  const router = useRouter();
  const [sent, setSent] = useState<Sent | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) {
      setMessage('Choose a file that is not empty.');
      return;
    }
    setMessage(null);
    setSent({ done: 0, total: file.size });
    try {
      const { id, detail } = await send(file, String(form.get('rule') ?? 'none'), setSent);
      if (id) router.push(`/data/import/${id}`);
      else setMessage(detail ?? 'The file could not be taken.');
    } catch (error) {
      setMessage(error instanceof Error ? error.message : 'The file could not be sent.');
    }
    setSent(null);
  };
  return (
    <form className="no-print flex max-w-2xl flex-col gap-4" onSubmit={submit}>
      <ErrorSummary title="The file was not taken" errors={message ? [{ fieldId: 'file', message }] : []} />
      <div className="flex flex-col gap-1">
        <label htmlFor="file" className="text-base font-semibold">
          File
        </label>
        <p id="file-hint" className="text-sm text-muted">
          CSV, Excel (.xlsx) or GeoJSON, up to 2 GB.
        </p>
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.xlsx,.geojson,.json,.txt"
          aria-describedby="file-hint"
          className={FILE}
        />
      </div>
      <Select
        name="rule"
        label="Small numbers in it"
        hint="Only for counts of people. It stays with the file and everything made from it."
        options={RULES}
      />
      {sent ? (
        <Progress
          id="sent"
          label="Sending"
          done={Math.round(sent.done / MEGABYTE)}
          total={Math.max(1, Math.round(sent.total / MEGABYTE))}
          unit="MB"
        />
      ) : null}
      <div>
        <Button type="submit" disabled={sent !== null}>
          Send and check
        </Button>
      </div>
    </form>
  );
}
