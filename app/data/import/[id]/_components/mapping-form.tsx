'use client';

import { type FormEvent, startTransition, useActionState, useState } from 'react';
import { SourceInput } from '@/app/data/import/_components/source-input';
import { mapAction } from '@/app/data/import/actions';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Select } from '@/components/ui/select';
import type { ImportEntry } from '@/lib/contracts/import';
import { suggestMapping, suggestMappings } from '@/lib/import/column-mapping';
import { findTableDataset, TABLE_DATASETS } from '@/lib/import/dataset-list';
import { filledOffer, type MappingOffer } from '@/lib/import/saved-mapping';
import { OfferNote } from './offer-note';

type MappingFormProps = { entry: ImportEntry; offer: MappingOffer | null; sources: readonly string[] };

const optionsOf = (isExchange: boolean) =>
  TABLE_DATASETS.filter((dataset) => dataset.isExchange === isExchange).map(({ id, title }) => ({
    value: id,
    label: title,
  }));

const KINDS = [...optionsOf(true), ...optionsOf(false)];

/** Which of their columns stand for ours; kept for their source, whose next file with these headers needs no mapping. */
export function MappingForm({ entry: { id, headers, dataset, given, mapping }, offer, sources }: MappingFormProps) {
  const [state, map, pending] = useActionState(mapAction, null);
  const [chosen, setChosen] = useState(
    () =>
      offer?.dataset ??
      findTableDataset(dataset ?? '')?.id ??
      suggestMappings(headers)[0]?.dataset ??
      TABLE_DATASETS[0].id,
  );
  const suggestion = offer?.dataset === chosen ? filledOffer(headers, offer) : suggestMapping(headers, chosen);
  const columns = findTableDataset(chosen)?.columns ?? [];
  const theirsOf = new Map(Object.entries(suggestion.columns).map(([theirs, ours]) => [ours, theirs]));
  const theirs = [
    { value: '', label: 'none of them' },
    ...[...new Set(headers.filter((header) => header.trim() !== ''))].map((header) => ({
      value: header,
      label: header,
    })),
  ];
  /** Not as the form's action: that would put every choice back when something is wrong. */
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => map(form));
  };
  return (
    <section aria-labelledby="mapping" className="flex max-w-3xl flex-col gap-4">
      <h2 id="mapping" className="text-xl">
        Say what the columns are
      </h2>
      {offer ? (
        <OfferNote offer={offer} wasUsed={mapping !== null} />
      ) : (
        <p>
          {dataset === null
            ? 'The headers are not those of a file that Stead knows. '
            : 'Not every header is one of this file’s. '}
          Say which column of the file is which; the others are left out. What you choose is kept for the source, and
          used for its next file with the same headers.
        </p>
      )}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <ErrorSummary title="Not done" errors={state?.faults ?? []} />
        <input type="hidden" name="id" value={id} />
        <Select
          name="dataset"
          label="The file holds"
          value={chosen}
          onChange={(event) => setChosen(findTableDataset(event.currentTarget.value)?.id ?? chosen)}
          options={KINDS}
        />
        <SourceInput
          label="Source"
          hint="Who sends it, such as the HR system of a deanery."
          defaultValue={given.source ?? offer?.source ?? ''}
          sources={sources}
        />
        <div key={chosen} className="grid gap-4 sm:grid-cols-2">
          {columns.map(({ header, isRequired }, at) => (
            <Select
              key={header}
              name={`column-${at}`}
              label={isRequired ? `${header} (needed)` : header}
              defaultValue={theirsOf.get(header) ?? ''}
              options={theirs}
            />
          ))}
        </div>
        <div>
          <Button type="submit" disabled={pending}>
            Read the file with these columns
          </Button>
        </div>
      </form>
    </section>
  );
}
