import type { QualityEntry } from '@/lib/contracts/quality';
import { can, type Viewer } from '@/lib/domain/access/access';
import { checkReleaseAge, type ReleaseDating } from '@/lib/domain/quality/check-release-age';
import { lastDayOf } from '@/lib/domain/quality/last-day';
import { isRowFlagRule, ROW_FLAGS } from '@/lib/domain/quality/row-flags';
import { formatCount } from '@/lib/format/number';
import { ADVICE, ROW_ADVICE } from '@/lib/format/quality-words';
import { DATASETS, findDataset } from '@/lib/import/dataset-list';
import { updateIntervalOf } from '@/lib/import/publication-rhythm';
import type { ReleaseQuality } from './queries/release-quality';
import { rootOfSource } from './queries/root-of-source';

const entryOf = ({ importId, releaseId, title, dataset, sourceId, sourceName }: ReleaseQuality) => ({
  indicatorId: null,
  indicatorName: null,
  datasetId: dataset,
  datasetName: findDataset(dataset)?.title ?? dataset,
  releaseId,
  releaseTitle: title,
  importId,
  sourceId,
  sourceName,
  root: rootOfSource(sourceId),
  areaCode: null,
  areaName: null,
  periodEnd: null,
  breakdown: null,
});

const SHOWN_ROWS = 5;

type RowFlag = ReleaseQuality['flags'][number];

const foundText = ({ message, detail, count, at }: RowFlag): string => {
  const about = detail === '' ? '' : ` (${detail})`;
  if (at.length === 0) return `${message}${about}`;
  const rows = at.slice(0, SHOWN_ROWS).map(({ row }) => row);
  const more = count > rows.length ? ` and ${formatCount(count - rows.length)} more` : '';
  return `${message}${about} ${count === 1 ? 'Row' : 'Rows'} ${rows.join(', ')}${more}.`;
};

const rowEntries = (one: ReleaseQuality): QualityEntry[] =>
  one.flags.flatMap((flag) => {
    const { rule, count } = flag;
    if (!isRowFlagRule(rule)) return [];
    return { ...entryOf(one), ...ROW_FLAGS[rule], rule, count, detail: foundText(flag), advice: ROW_ADVICE[rule] };
  });

/** The day that a release is told the age of by. */
function datingOf({ to, geography, publishedOn }: ReleaseQuality): { day: string; dating: ReleaseDating } {
  const last = to === null ? null : lastDayOf(to);
  if (last !== null) return { day: last, dating: 'rows' };
  // Small areas change with a census only.
  const years = Object.entries(geography ?? {}).flatMap(([kind, of]) => (kind === 'lsoa' ? [] : [of]));
  if (years.length > 0) return { day: `${Math.max(...years)}-12-31`, dating: 'codes' };
  return { day: publishedOn, dating: 'publication' };
}

/** The newest release of a kind of file of which no figure is shown; the figures of others have a check of their own. */
function ageEntries(releases: readonly ReleaseQuality[], now: string): QualityEntry[] {
  const [first] = releases;
  const known = findDataset(first?.dataset ?? '');
  if (!first || !known || releases.some(({ hasFigures }) => hasFigures)) return [];
  const dated = releases.map((one) => ({ one, ...datingOf(one) }));
  const newest = dated.reduce((last, next) => (next.day > last.day ? next : last));
  const { day, dating } = newest;
  const flags = checkReleaseAge({ day, dating, ...updateIntervalOf(known.id), today: now });
  return flags.map(({ check, severity, where, detail }) => ({
    ...entryOf(newest.one),
    check,
    severity,
    rule: null,
    count: 1,
    periodEnd: where.period,
    detail,
    advice: ADVICE[check],
  }));
}

/** What is found in files themselves, not in the figures that are made of them: in their rows, and of their age. */
export function releaseQuality(releases: readonly ReleaseQuality[], now: string): readonly QualityEntry[] {
  // Invented files are made once: they don't grow old.
  const real = releases.filter(({ sourceId }) => rootOfSource(sourceId) === 'england');
  const ages = DATASETS.flatMap(({ id }) =>
    ageEntries(
      real.filter(({ dataset }) => dataset === id),
      now,
    ),
  );
  return [...ages, ...releases.flatMap(rowEntries)];
}

/** Counts of people that are protected when they are published: what is said of a row may be about a few of them. */
const OF_PEOPLE: ReadonlySet<string> = new Set(['intake', 'retention']);

/** Analysts read everything; others nothing of rows about people, and no way to the import, which isn't theirs. */
export function readableQuality(viewer: Viewer, entries: readonly QualityEntry[]): QualityEntry[] {
  if (can(viewer, 'data:import')) return [...entries];
  return entries.flatMap((entry) => {
    if (entry.datasetId === null) return [entry];
    const isAboutPeople = OF_PEOPLE.has(entry.datasetId) || findDataset(entry.datasetId)?.isRestricted === true;
    if (!isAboutPeople || entry.root === 'demonstration') return [{ ...entry, importId: null }];
    if (entry.rule !== null) return [];
    // The name of such a file may name a person.
    return [{ ...entry, importId: null, releaseTitle: entry.datasetName }];
  });
}
