import path from 'node:path';
import { GivenAbout, type ImportEntry, type ImportProgress } from '@/lib/contracts/import';
import { ImportRefused } from '@/lib/data/errors';
import { cancelImport, getImport, publishImport, stageImport } from '@/lib/data/imports';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { ColumnMapping } from '@/lib/import/column-mapping';
import { DATASETS, findDataset } from '@/lib/import/dataset-list';
import { isSameMapping } from '@/lib/import/saved-mapping';
import type { Arguments, Command, CommandResult, ExitStatus, Tell } from './command';
import { documentOf, type StatedStatus, textOf } from './import-document';
import { mappingOptions } from './mapping-options';

/** A file that isn't staged for good, whatever the reason, is refused; one that is set for a day is ready. */
const STATED: Readonly<Record<ImportEntry['status'], StatedStatus>> = {
  reading: 'refused',
  needs_mapping: 'needs_mapping',
  refused: 'refused',
  ready: 'ready',
  scheduled: 'ready',
  published: 'published',
  cancelled: 'refused',
  interrupted: 'refused',
};

/** The same document where there is no entry, or publishing it is refused. */
const refusal = (status: ExitStatus, rule: string, message: string, entry?: ImportEntry): CommandResult => ({
  status,
  document: {
    dataset: entry?.dataset ?? null,
    status: 'refused',
    rows: entry?.rows ?? 0,
    errorTotal: 1,
    errors: [{ row: null, column: '', value: '', rule, message }],
    vintage: entry?.vintage ?? null,
    release: null,
  },
  text: message,
});

const CANCELLED = 'The import was cancelled: nothing of the file is published or kept.';
const DRY = 'Nothing was published or kept: --dry-run.';
const GIVEN_UP = 'The file was staged before, and waits as it did: nothing was published.';

const usageFault = (message: string): CommandResult => refusal(2, 'usage', message);

const answer = (entry: ImportEntry, status: StatedStatus = STATED[entry.status]): CommandResult => {
  const isGood = ['ready', 'published', 'duplicate'].includes(status);
  const code: ExitStatus = isGood ? 0 : 1;
  return { status: code, document: documentOf(entry, status), text: textOf(entry, status) };
};

/** Published, also where another process with the same file was quicker. */
async function publishOnce(id: string, on: string | null, stop?: AbortSignal): Promise<ImportEntry> {
  try {
    return await publishImport(id, on, stop);
  } catch (error) {
    const entry = await getImport(id);
    if (error instanceof ImportRefused && SHOWN.includes(entry.status)) return entry;
    throw error;
  }
}

const OTHER_MAPPING =
  'The file is staged already, with its columns mapped otherwise, or as of another source or dataset. Discard it on the page Import, then try again.';

const SHOWN: readonly ImportEntry['status'][] = ['published', 'scheduled'];

/** What readers see stands until it is withdrawn: what is said of the file now would otherwise go unnoticed. */
const otherMapping = ({ status, releaseId }: ImportEntry): string =>
  SHOWN.includes(status)
    ? `The file is ${status} already, with its columns mapped otherwise, or as of another source or dataset. Withdraw release ${releaseId} first, then try again.`
    : OTHER_MAPPING;

const isStagedWith = ({ mapping: staged }: ImportEntry, mapping: ColumnMapping): boolean =>
  staged?.dataset === mapping.dataset && isSameMapping({ ...mapping, columns: staged.columns }, mapping);

/** What is asked of the import, or what is wrong with how it was asked. */
function requestIn({ words, options }: Arguments) {
  const [, given] = words;
  if (!given) return 'name the file to read';
  const dataset = options.dataset === undefined ? undefined : findDataset(options.dataset);
  if (dataset === null) {
    return `there is no dataset ${options.dataset}. There are ${DATASETS.map(({ id }) => id).join(', ')}.`;
  }
  const ruleSet = RuleSetId.safeParse(options.rule ?? 'none');
  if (!ruleSet.success) return `--rule is one of ${RuleSetId.options.join(', ')}`;
  const base = options['rounding-base'];
  const about = GivenAbout.safeParse({
    period: options.period,
    areaCode: options.area,
    ...(base === undefined ? {} : { roundingBase: Number(base) }),
  });
  if (!about.success) {
    return '--period is a year, a financial year as 2025/26, or a day as 2026-03-31; --area the code of an area; --rounding-base what counts were rounded to, such as 5';
  }
  const said = mappingOptions(options);
  if (said.kind === 'fault') return said.message;
  const { mapping, source } = said;
  const file = path.resolve(given);
  return {
    file,
    fileName: path.basename(file),
    mapping: mapping ?? undefined,
    dataset: mapping ? undefined : dataset?.id,
    ruleSet: ruleSet.data,
    isLocalOnly: true,
    given: { ...about.data, ...(source === null ? {} : { source }) },
  };
}

type Request = Exclude<ReturnType<typeof requestIn>, string>;

/** Whether what is staged was read as it is said to be now: by these columns, of this kind, of this source. */
function isStagedAs(entry: ImportEntry, { mapping, dataset, given: { source } }: Request): boolean {
  if (mapping && !isStagedWith(entry, mapping)) return false;
  if (dataset !== undefined && dataset !== entry.dataset) return false;
  // Where no mapping was needed, the source decided nothing.
  return !source || !entry.mapping || entry.mapping.source?.toLowerCase() === source.toLowerCase();
}

/** However small its batches, a file is told of this often at most, or at each tenth. */
const TOLD_EVERY_MS = 2_000;

const inWords = ({ phase, rows, share }: ImportProgress): string => {
  const counted = `${rows.toLocaleString('en-GB')} rows`;
  if (phase === 'checking') return `${counted} read: matching areas, making figures`;
  if (phase === 'publishing') return 'publishing';
  return share === null ? `reading: ${counted}` : `reading: ${counted}, ${Math.floor(share * 100)} % of the file`;
};

/** Passes on as much as somebody can read. */
function sparingly(tell: Tell): (progress: ImportProgress) => void {
  let last = { phase: '', tenths: 0, atMs: 0 };
  return (progress) => {
    const { phase, rows, share } = progress;
    const tenths = Math.floor((share ?? 0) * 10);
    const isDue = phase !== last.phase || tenths > last.tenths || Date.now() - last.atMs >= TOLD_EVERY_MS;
    if (!isDue) return;
    last = { phase, tenths, atMs: Date.now() };
    tell({ message: inWords(progress), phase, rows });
  };
}

/** Publishes what was staged, or says why not; what this attempt staged isn't left for the next one to publish with what was said of it now. */
async function publishStaged(
  entry: ImportEntry,
  { on, stop, isOwn }: { on: string | null; stop: AbortSignal | undefined; isOwn: boolean },
): Promise<CommandResult> {
  try {
    return answer(await publishOnce(entry.id, on, stop));
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    if (isOwn) await cancelImport(entry.id);
    return stop?.aborted === true
      ? refusal(1, 'cancelled', isOwn ? CANCELLED : GIVEN_UP, entry)
      : refusal(1, 'not_published', error.message, entry);
  }
}

async function run(args: Arguments, tell: Tell, stop?: AbortSignal): Promise<CommandResult> {
  const request = requestIn(args);
  if (typeof request === 'string') return usageFault(`import: ${request}`);
  const isDry = args.options['dry-run'] !== undefined;
  const onProgress = sparingly(tell);
  const { duplicate, entry } = await stageImport(request, { onProgress, signal: stop });
  if (duplicate && ['ready', ...SHOWN].includes(entry.status) && !isStagedAs(entry, request)) {
    return refusal(1, 'other_mapping', otherMapping(entry), entry);
  }
  // What was cut off after it was read, and before it was published, is published by the next attempt.
  if (duplicate && (entry.status !== 'ready' || isDry)) return answer(entry, 'duplicate');
  if (entry.status === 'cancelled') return refusal(1, 'cancelled', CANCELLED, entry);
  if (entry.status !== 'ready') return answer(entry);
  if (isDry) {
    await cancelImport(entry.id);
    const { text, ...checked } = answer({ ...entry, releaseId: null }, 'ready');
    return { ...checked, text: `${text}\n${DRY}` };
  }
  onProgress({ phase: 'publishing', rows: entry.rows, share: null });
  return publishStaged(entry, { on: args.options.on ?? null, stop, isOwn: !duplicate });
}

export const importCommand: Command = {
  usage: 'import <file>',
  about:
    'check and publish a file [--dataset D] [--rule R] [--on DATE] [--period P] [--area CODE] [--rounding-base N] [--source NAME] [--mapping FILE | --map COLUMN=HEADER,…] [--dry-run]',
  options: ['dataset', 'rule', 'on', 'period', 'area', 'rounding-base', 'source', 'mapping', 'map'],
  flags: ['dry-run'],
  mostWords: 2,
  stoppable: true,
  refusal,
  run: async (args, tell, stop) => {
    try {
      return await run(args, tell, stop);
    } catch (error) {
      if (error instanceof ImportRefused) return refusal(1, 'refused', error.message);
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT') return usageFault(`import: there is no file ${args.words[1]}`);
      if (code === 'EISDIR') return usageFault(`import: ${args.words[1]} is a folder: name a file in it`);
      throw error;
    }
  },
};
