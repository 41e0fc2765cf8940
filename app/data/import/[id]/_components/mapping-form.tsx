'use client';

import { useActionState, useState } from 'react';
import { mapAction } from '@/app/data/import/actions';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Select } from '@/components/ui/select';
import type { ImportEntry } from '@/lib/contracts/import';
import { suggestMapping, suggestMappings } from '@/lib/import/column-mapping';
import { EXCHANGE_DATASETS, findExchangeDataset } from '@/lib/import/dataset-list';

/** Which of their columns stand for ours; kept, so that the next file with these headers needs no mapping. */
export function MappingForm({ entry: { id, headers } }: { entry: ImportEntry }) {
  const [state, map, pending] = useActionState(mapAction, null);
  const [chosen, setChosen] = useState(() => suggestMappings(headers)[0]?.dataset ?? EXCHANGE_DATASETS[0].id);
  const suggestion = suggestMapping(headers, chosen);
  const columns = findExchangeDataset(chosen)?.columns ?? [];
  const ours = [
    { value: '', label: 'leave out' },
    ...columns.map(({ header, isRequired }) => ({ value: header, label: isRequired ? `${header} (needed)` : header })),
  ];
  return (
    <section aria-labelledby="mapping" className="flex max-w-3xl flex-col gap-4">
      <h2 id="mapping" className="text-xl">
        Say what the columns are
      </h2>
      <p>
        The headers are not those of a file that Stead knows. What you choose is kept for the next file with the same
        headers.
      </p>
      <form action={map} className="flex flex-col gap-4">
        <ErrorSummary title="Not done" errors={state ? [{ fieldId: 'dataset', message: state.message }] : []} />
        <input type="hidden" name="id" value={id} />
        <Select
          name="dataset"
          label="The file holds"
          value={chosen}
          onChange={(event) => setChosen(findExchangeDataset(event.currentTarget.value)?.id ?? chosen)}
          options={EXCHANGE_DATASETS.map(({ id: value, title }) => ({ value, label: title }))}
        />
        <div key={chosen} className="grid gap-4 sm:grid-cols-2">
          {headers.map((header, at) => (
            <Select
              key={`column ${header}`}
              name={`column-${at}`}
              label={header || `Column ${at + 1}, without a header`}
              defaultValue={suggestion.columns[header] ?? ''}
              options={ours}
            />
          ))}
        </div>
        <Button type="submit" disabled={pending}>
          Read the file with these columns
        </Button>
      </form>
    </section>
  );
}
