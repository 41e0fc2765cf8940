import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { GivenSource } from '@/lib/contracts/import';
import type { ColumnMapping } from '@/lib/import/column-mapping';
import { TABLE_DATASETS } from '@/lib/import/dataset-list';
import { mappingFaults } from '@/lib/import/saved-mapping';

const TableId = z.enum(TABLE_DATASETS.map(({ id }) => id));

/** A mapping as a file of the command line holds it: their header → ours. */
const MappingFile = z.strictObject({
  dataset: TableId,
  source: GivenSource.optional(),
  columns: z.record(z.string(), z.string()),
});

type Options = Readonly<Record<string, string>>;

/** What was said of the columns: a mapping and its source, either of which may be absent; or what is wrong, in words. */
export type MappingOptions =
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'given'; readonly mapping: ColumnMapping | null; readonly source: string | null };

const fault = (message: string): MappingOptions => ({ kind: 'fault', message });

const FORM = '{"dataset": "establishment", "source": "Northern deanery", "columns": {"Their header": "our_column"}}';

/** `posts=Posts on offer,accepts=Taken`: a comma parts two pairs only where the name of a column and "=" follow. */
const pairsIn = (text: string): [theirs: string, ours: string][] =>
  text.split(/,(?=\s*[A-Za-z_0-9]+\s*=)/).map((pair) => {
    const [ours = '', theirs = ''] = pair.split(/=(.*)/s);
    return [theirs.trim(), ours.trim()];
  });

const checked = (mapping: ColumnMapping, source: string | null): MappingOptions => {
  const faults = mappingFaults(mapping);
  return faults.length > 0 ? fault(faults.map(({ message }) => message).join(' ')) : { kind: 'given', mapping, source };
};

function fromFile(file: string, dataset: string | undefined, source: string | null): MappingOptions {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return fault(`the mapping ${file} can't be read`);
  }
  try {
    const read = MappingFile.safeParse(JSON.parse(text));
    if (!read.success) return fault(`${file} is no mapping: write ${FORM}`);
    if (dataset !== undefined && dataset !== read.data.dataset) {
      return fault(`the mapping is of ${read.data.dataset}, and --dataset says ${dataset}`);
    }
    return checked({ dataset: read.data.dataset, columns: read.data.columns }, source ?? read.data.source ?? null);
  } catch {
    return fault(`${file} is not JSON`);
  }
}

function fromPairs(text: string, dataset: string | undefined, source: string | null): MappingOptions {
  const id = TableId.safeParse(dataset);
  if (!id.success) {
    return fault(`--map needs --dataset with one of ${TableId.options.join(', ')}`);
  }
  const pairs = pairsIn(text);
  if (pairs.some(([theirs, ours]) => theirs === '' || ours === '')) {
    return fault('--map is a list such as level=Grade,posts=Posts on offer: our column, then the header of the file');
  }
  return checked({ dataset: id.data, columns: Object.fromEntries(pairs) }, source);
}

/** Reads `--mapping FILE`, `--map column=header,…` and `--source NAME`. */
export function mappingOptions(options: Options): MappingOptions {
  const { mapping: file, map, dataset } = options;
  const source = GivenSource.optional().safeParse(options.source);
  if (!source.success) return fault('--source is the name of who sends the file, up to 80 characters');
  if (file !== undefined && map !== undefined) return fault('give --mapping or --map, not both');
  const name = source.data ?? null;
  if (file !== undefined) return fromFile(file, dataset, name);
  if (map !== undefined) return fromPairs(map, dataset, name);
  return { kind: 'given', mapping: null, source: name };
}
