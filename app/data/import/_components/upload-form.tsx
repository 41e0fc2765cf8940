'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary';
import { describedBy, Field } from '@/components/ui/field';
import { Progress } from '@/components/ui/progress';
import { Select, type SelectOption } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { GivenPeriod, GivenRoundingBase } from '@/lib/contracts/import';
import { RULE_SET_WORDS } from '@/lib/format/count-words';
import { type Sent, sendFile, type UploadAnswer } from './send-file';
import { SourceInput } from './source-input';

const RULES = Object.entries(RULE_SET_WORDS).map(([value, label]) => ({ value, label }));
const FILE_HINT = 'CSV, Excel (.xlsx) or GeoJSON, up to 2 GB.';
const MEGABYTE = 1e6;
const FILE =
  'text-base file:mr-3 file:min-h-10 file:rounded-lg file:border file:border-solid file:border-control file:bg-surface file:px-4 file:font-semibold';

const text = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** What can be told before the file goes. */
function faultsOf(file: FormDataEntryValue | null, period: string, rounded: string): SummaryError[] {
  const hasFile = file instanceof File && file.size > 0;
  const given = period === '' ? null : GivenPeriod.safeParse(period);
  const base = rounded === '' ? null : GivenRoundingBase.safeParse(Number(rounded));
  return [
    ...(base === null || base.success ? [] : base.error.issues.map(({ message }) => ({ fieldId: 'rounded', message }))),
    ...(hasFile ? [] : [{ fieldId: 'file', message: 'Choose a file that is not empty.' }]),
    ...(given === null || given.success
      ? []
      : given.error.issues.map(({ message }) => ({ fieldId: 'period', message }))),
  ];
}

const faultsIn = ({ errors = [], detail }: UploadAnswer): SummaryError[] =>
  errors.length > 0
    ? errors.map(({ field, message }) => ({ fieldId: field, message }))
    : [{ fieldId: 'file', message: detail ?? 'The file could not be taken.' }];

type UploadFormProps = {
  areas: readonly SelectOption[];
  /** What was said of the file when it was sent before. */
  period: string;
  area: string;
  rounded: string;
  source: string;
  /** Sources whose columns are known. */
  sources: readonly string[];
};

/** Fields keep what was typed when the file is not taken. */
export function UploadForm({ areas, period, area, rounded, source, sources }: UploadFormProps) {
  const router = useRouter();
  const [sent, setSent] = useState<Sent | null>(null);
  const [faults, setFaults] = useState<readonly SummaryError[]>([]);
  const errorOf = (field: string) => faults.find(({ fieldId }) => fieldId === field)?.message;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    const found = faultsOf(file, text(form, 'period'), text(form, 'rounded'));
    setFaults(found);
    if (found.length > 0 || !(file instanceof File)) return;
    setSent({ done: 0, total: file.size });
    try {
      const upload = {
        file,
        ruleSet: text(form, 'rule'),
        period: text(form, 'period'),
        area: text(form, 'area'),
        roundedTo: text(form, 'rounded'),
        source: text(form, 'source'),
      };
      const answer = await sendFile(upload, setSent);
      if (answer.id) router.push(`/data/import/${answer.id}`);
      else setFaults(faultsIn(answer));
    } catch (error) {
      setFaults([{ fieldId: 'file', message: error instanceof Error ? error.message : 'The file could not be sent.' }]);
    }
    setSent(null);
  };
  return (
    <form className="no-print flex max-w-2xl flex-col gap-4" onSubmit={submit}>
      <ErrorSummary title="The file was not taken" errors={faults} />
      <Field id="file" label="File" hint={FILE_HINT} error={errorOf('file')}>
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,.xlsx,.geojson,.json,.txt"
          aria-describedby={describedBy('file', { hint: FILE_HINT, error: errorOf('file') })}
          aria-invalid={errorOf('file') ? true : undefined}
          className={FILE}
        />
      </Field>
      <Select
        name="rule"
        label="Small numbers in it"
        hint="Only for counts of people. It stays with the file and everything made from it."
        options={RULES}
      />
      <TextInput
        name="rounded"
        label="Rounded to (optional)"
        hint="For home_school and school_foundation: the number that every count is a multiple of. Left empty: 5, or what the rule says."
        inputMode="numeric"
        defaultValue={rounded}
        error={errorOf('rounded')}
      />
      <fieldset className="flex flex-col gap-4 sm:flex-row sm:items-end [&>div]:flex-1">
        <legend className="mb-2 text-base font-semibold">What it is about, where the file itself does not say</legend>
        <TextInput
          name="period"
          label="Period (optional)"
          hint="A year (2025), a financial year (2025/26) or a day (2026-03-31)."
          defaultValue={period}
          error={errorOf('period')}
        />
        <Select
          name="area"
          label="Area (optional)"
          hint="For tables of one area, such as fill rates of a region."
          defaultValue={area}
          error={errorOf('area')}
          options={areas}
        />
      </fieldset>
      <SourceInput
        label="Source (optional)"
        hint="Who sends it: for files with columns of their own, which are mapped once for each source."
        defaultValue={source}
        error={errorOf('source')}
        sources={sources}
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
