import type { listMappings } from '@/lib/data/import-mappings';
import { formatDateTime } from '@/lib/format/date';
import { findDataset } from '@/lib/import/dataset-list';
import { RemoveMapping } from './remove-mapping';
import { OPERATOR } from './status-words';

type Saved = Awaited<ReturnType<typeof listMappings>>[number];

const pairsText = ({ headers, columns }: Saved): string =>
  headers.flatMap((header) => (columns[header] ? [`${header} → ${columns[header]}`] : [])).join(', ');

/** What the columns of each source stand for; nothing where none was ever mapped. */
export function MappingList({ mappings }: { mappings: readonly Saved[] }) {
  if (mappings.length === 0) return null;
  return (
    <section aria-labelledby="mappings" className="flex max-w-3xl flex-col gap-3">
      <h2 id="mappings" className="text-xl">
        Columns as mapped, by source
      </h2>
      <ul className="flex flex-col gap-3">
        {mappings.map((mapping) => (
          <li key={mapping.id} className="flex flex-wrap items-start justify-between gap-3 border-t border-line pt-3">
            <div className="min-w-0 max-w-xl break-words">
              <p className="font-semibold">
                {`${mapping.source}: ${findDataset(mapping.dataset)?.title ?? mapping.dataset}`}
              </p>
              <p>{pairsText(mapping)}</p>
              <p className="text-sm text-muted">
                {`Saved ${formatDateTime(mapping.savedAt)} by ${mapping.savedBy ?? OPERATOR}; used for the next file with these headers.`}
              </p>
            </div>
            <RemoveMapping id={mapping.id} source={mapping.source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
