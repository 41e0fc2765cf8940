import path from 'node:path';
import { GivenAbout, type ImportEntry } from '@/lib/contracts/import';
import { ImportRefused } from '@/lib/data/errors';
import { cancelImport, getImport, publishImport, stageImport } from '@/lib/data/imports';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { DATASETS, findDataset } from '@/lib/import/dataset-list';
import type { Arguments, Command, CommandResult, ExitStatus } from './command';

type StatedStatus = 'ready' | 'needs_mapping' | 'refused' | 'published' | 'duplicate';

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

/** The one document of `--json`. */
const documentOf = (entry: ImportEntry, status: StatedStatus) => ({
  dataset: entry.dataset,
  status,
  rows: entry.rows,
  errorTotal: entry.errorTotal,
  errors: entry.errors,
  vintage: entry.vintage,
  release: entry.releaseId,
});

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

const usageFault = (message: string): CommandResult => refusal(2, 'usage', message);

const SHOWN_ERRORS = 20;

const textOf = (entry: ImportEntry, status: StatedStatus): string =>
  [
    `${entry.fileName}: ${status}`,
    ...(entry.status === 'scheduled' ? [`to be published on ${entry.publishOn}`] : []),
    ...(entry.dataset
      ? [`dataset ${entry.dataset}, ${entry.rows} rows${entry.vintage ? `, ${entry.vintage}` : ''}`]
      : []),
    ...(entry.reject ? [entry.reject] : []),
    ...entry.errors
      .slice(0, SHOWN_ERRORS)
      .map(({ row, column, message }) => `${row === null ? '' : `row ${row}, `}${column}: ${message}`),
    ...(entry.errorTotal > SHOWN_ERRORS ? [`… ${entry.errorTotal} errors in all`] : []),
    ...entry.flags.map(({ message, count }) => `note: ${message}${count > 1 ? ` (${count} times)` : ''}`),
    ...(entry.changes
      ? [
          `figures: ${entry.changes.added} new, ${entry.changes.changed} changed, ${entry.changes.same} the same, ${entry.changes.gone} gone`,
        ]
      : []),
    ...(entry.releaseId && status !== 'ready' ? [`release ${entry.releaseId}`] : []),
  ].join('\n');

const answer = (entry: ImportEntry, status: StatedStatus = STATED[entry.status]): CommandResult => {
  const isGood = ['ready', 'published', 'duplicate'].includes(status);
  const code: ExitStatus = isGood ? 0 : 1;
  return { status: code, document: documentOf(entry, status), text: textOf(entry, status) };
};

/** Published, also where another process with the same file was quicker. */
async function publishOnce(id: string, on: string | null): Promise<ImportEntry> {
  try {
    return await publishImport(id, on);
  } catch (error) {
    const entry = await getImport(id);
    if (error instanceof ImportRefused && ['published', 'scheduled'].includes(entry.status)) return entry;
    throw error;
  }
}

async function run({ words, options }: Arguments, progress: (message: string) => void): Promise<CommandResult> {
  const [, given] = words;
  if (!given) return usageFault('import: name the file to read');
  const dataset = options.dataset === undefined ? undefined : findDataset(options.dataset);
  if (options.dataset !== undefined && !dataset) {
    return usageFault(
      `import: there is no dataset ${options.dataset}. There are ${DATASETS.map(({ id }) => id).join(', ')}.`,
    );
  }
  const ruleSet = RuleSetId.safeParse(options.rule ?? 'none');
  if (!ruleSet.success) return usageFault(`import: --rule is one of ${RuleSetId.options.join(', ')}`);
  const base = options['rounding-base'];
  const about = GivenAbout.safeParse({
    period: options.period,
    areaCode: options.area,
    ...(base === undefined ? {} : { roundingBase: Number(base) }),
  });
  if (!about.success) {
    return usageFault(
      'import: --period is a year, a financial year as 2025/26, or a day as 2026-03-31; --area the code of an area; --rounding-base what counts were rounded to, such as 5',
    );
  }
  const file = path.resolve(given);
  const request = {
    file,
    fileName: path.basename(file),
    dataset: dataset?.id,
    ruleSet: ruleSet.data,
    isLocalOnly: true,
    given: about.data,
  };
  let told = 0;
  const tell = (share: number): void => {
    const tenths = Math.floor(share * 10);
    if (tenths > told) progress(`${tenths * 10} % read`);
    told = tenths;
  };
  const { duplicate, entry } = await stageImport(request, tell);
  // What was cut off after it was read, and before it was published, is published by the next attempt.
  if (duplicate && (entry.status !== 'ready' || options['dry-run'])) return answer(entry, 'duplicate');
  if (entry.status !== 'ready') return answer(entry);
  if (options['dry-run']) {
    await cancelImport(entry.id);
    return answer({ ...entry, releaseId: null }, 'ready');
  }
  try {
    return answer(await publishOnce(entry.id, options.on ?? null));
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    // What this attempt staged isn't left for the next one to publish with what was said of it now.
    if (!duplicate) await cancelImport(entry.id);
    return refusal(1, 'not_published', error.message, entry);
  }
}

export const importCommand: Command = {
  usage: 'import <file>',
  about:
    'check and publish a file [--dataset D] [--rule R] [--on DATE] [--period P] [--area CODE] [--rounding-base N] [--dry-run]',
  options: ['dataset', 'rule', 'on', 'period', 'area', 'rounding-base'],
  flags: ['dry-run'],
  mostWords: 2,
  run: async (args, progress) => {
    try {
      return await run(args, progress);
    } catch (error) {
      if (error instanceof ImportRefused) return refusal(1, 'refused', error.message);
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'ENOENT') return usageFault(`import: there is no file ${args.words[1]}`);
      if (code === 'EISDIR') return usageFault(`import: ${args.words[1]} is a folder: name a file in it`);
      throw error;
    }
  },
};
