import type { Root } from '@/lib/domain/geography/area';
import { countryOf } from '@/lib/domain/geography/area';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';
import type { ListColumn } from './list-column';

type Release = {
  id: string;
  title: string;
  root: Root;
  publishedOn: string | null;
  status: string;
  withdrawnFor: string | null;
  /** For analysts only. */
  withdrawnReason: string | null;
  note: string | null;
  loadedAt: Date;
  vintage: string | null;
  sourceName: string;
  publisher: string;
  url: string | null;
  licence: string;
};

const TITLE: ListColumn<Release> = {
  name: 'title',
  header: 'Release',
  text: ({ title, id }) => `${title} (${id})`,
  value: ({ title }) => title,
};

const PUBLISHED: ListColumn<Release> = {
  name: 'published_on',
  header: 'Published',
  text: ({ publishedOn }) => (publishedOn ? formatDate(publishedOn) : 'date not known'),
  value: ({ publishedOn }) => publishedOn,
};

const LOADED: ListColumn<Release> = {
  name: 'loaded_at',
  header: 'Loaded',
  text: ({ loadedAt }) => formatDateTime(loadedAt),
  value: ({ loadedAt }) => loadedAt.toISOString(),
};

const NOTE: ListColumn<Release> = {
  name: 'note',
  header: 'Note',
  text: ({ note }) => note ?? '',
  value: ({ note }) => note,
};

const ID: ListColumn<Release> = { name: 'release', header: null, value: ({ id }) => id };
const ROOT: ListColumn<Release> = { name: 'root', header: null, value: ({ root }) => countryOf(root).code };
const STATUS_VALUE = ({ status }: Release) => status;
const statusWords = ({ status, withdrawnFor, withdrawnReason }: Release): string => {
  const words = withdrawnFor === 'disclosure' ? `${status} for disclosure` : status;
  return withdrawnReason ? `${words}: ${withdrawnReason}` : words;
};
const PAPERS: readonly ListColumn<Release>[] = [
  { name: 'publisher', header: null, value: ({ publisher }) => publisher },
  { name: 'source_url', header: null, value: ({ url }) => url },
];

/** Every release, whatever became of it. */
export const RELEASE_COLUMNS: readonly ListColumn<Release>[] = [
  ID,
  TITLE,
  {
    name: 'source',
    header: 'Source',
    text: ({ sourceName, publisher }) => `${sourceName}, ${publisher}`,
    value: ({ sourceName }) => sourceName,
  },
  ...PAPERS,
  PUBLISHED,
  {
    name: 'status',
    header: 'Status',
    text: statusWords,
    value: STATUS_VALUE,
  },
  { name: 'withdrawn_for', header: null, value: ({ withdrawnFor }) => withdrawnFor },
  { name: 'withdrawn_reason', header: null, value: ({ withdrawnReason }) => withdrawnReason },
  { name: 'vintage', header: 'Vintage', text: ({ vintage }) => vintage ?? '–', value: ({ vintage }) => vintage },
  { name: 'licence', header: 'Licence', text: ({ licence }) => licence },
  LOADED,
  NOTE,
  ROOT,
];

type CountedRelease = Release & { figures: number };

/** The releases that the figures of an indicator came in, with how many figures. */
export const INDICATOR_RELEASE_COLUMNS: readonly ListColumn<CountedRelease>[] = [
  ID,
  TITLE,
  PUBLISHED,
  LOADED,
  {
    name: 'figures',
    header: 'Figures',
    numeric: true,
    text: ({ figures }) => formatCount(figures),
    value: ({ figures }) => figures,
  },
  NOTE,
  { name: 'source', header: null, value: ({ sourceName }) => sourceName },
  ...PAPERS,
  { name: 'licence', header: null, value: ({ licence }) => licence },
  { name: 'status', header: null, value: STATUS_VALUE },
  ROOT,
];

/** The releases among these that figures came in. */
export function countedReleases<R extends { id: string }>(
  releases: readonly R[],
  figures: readonly { releaseId: string }[],
): (R & { figures: number })[] {
  const counts = new Map<string, number>();
  for (const { releaseId } of figures) counts.set(releaseId, (counts.get(releaseId) ?? 0) + 1);
  return releases.flatMap((release) => {
    const count = counts.get(release.id);
    return count === undefined ? [] : [{ ...release, figures: count }];
  });
}
