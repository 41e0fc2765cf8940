import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { Pill, type PillTone } from '@/components/ui/pill';
import { countryHref } from '@/lib/contracts/country-query';
import { type QualityEntry, qualityHref } from '@/lib/contracts/quality';
import type { Severity } from '@/lib/domain/quality/quality-flag';
import { formatDate } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';
import { CHECK_WORDS, SEVERITY_WORDS } from '@/lib/format/quality-words';
import { breakdownLabel } from '@/lib/format/words';
import { type QualityGroup, toQualityGroups } from './quality-groups';

const TONES: Readonly<Record<Severity, PillTone>> = { error: 'danger', warning: 'caution', notice: 'outline' };

const whereText = ({ areaName, breakdown, periodEnd }: QualityEntry): string =>
  [areaName, breakdown === null ? '' : breakdownLabel(breakdown), periodEnd === null ? '' : formatDate(periodEnd)]
    .filter((text) => text !== null && text !== '')
    .join(', ');

/** A release by its name: the way to its import for those who have it. */
const Release = ({ entry: { importId, releaseTitle, releaseId } }: { entry: QualityEntry }) => {
  const text = `${releaseTitle ?? ''}, release ${releaseId}`;
  return importId === null ? (
    text
  ) : (
    <AppLink className="link" href={`/data/import/${importId}`}>
      {text}
    </AppLink>
  );
};

const GROUP_COLUMNS: readonly TableColumn<QualityGroup>[] = [
  {
    key: 'indicator',
    header: 'Indicator or file',
    className: 'min-w-40',
    cell: ({ first }) =>
      first.indicatorId === null ? (
        <>
          {first.datasetName}
          <span className="block break-words text-xs font-normal text-muted">
            <Release entry={first} />
          </span>
        </>
      ) : (
        <>
          <AppLink className="link" href={countryHref(`/data/${first.indicatorId}`, first.root)}>
            {first.indicatorName}
          </AppLink>
          <span className="block text-xs font-normal text-muted">{first.sourceName}</span>
        </>
      ),
  },
  {
    key: 'kind',
    header: 'Kind',
    className: 'min-w-40',
    cell: ({ first: { root, indicatorId, sourceId, check, severity } }) => (
      <span className="flex flex-col items-start gap-1">
        <AppLink
          className="link"
          href={qualityHref({
            country: root,
            ...(indicatorId ? { indicator: indicatorId } : {}),
            source: sourceId,
            check,
          })}
        >
          {CHECK_WORDS[check]}
        </AppLink>
        <Pill tone={TONES[severity]}>{SEVERITY_WORDS[severity]}</Pill>
      </span>
    ),
  },
  { key: 'count', header: 'Flags', numeric: true, cell: ({ flags }) => formatCount(flags.length) },
  {
    key: 'found',
    header: 'What was found',
    className: 'min-w-60',
    cell: ({ first, flags }) => (
      <>
        {whereText(first) ? `${whereText(first)}: ` : ''}
        {first.detail}
        {flags.length > 1 ? ` And ${formatCount(flags.length - 1)} more.` : ''}
      </>
    ),
  },
  { key: 'advice', header: 'What to do about it', className: 'min-w-60', cell: ({ first }) => first.advice },
];

/** One line for each indicator and kind. */
export function QualityGroups({ entries }: { entries: readonly QualityEntry[] }) {
  return (
    <DataTable
      caption="Flags by indicator or file, and kind"
      columns={GROUP_COLUMNS}
      rows={toQualityGroups(entries)}
      rowKey={({ key }) => key}
      download="beside"
    />
  );
}

const SHOWN = 200;

const FLAG_COLUMNS: readonly TableColumn<QualityEntry>[] = [
  {
    key: 'area',
    header: 'Area or file',
    cell: (entry) => (entry.releaseId === null ? (entry.areaName ?? 'all areas') : <Release entry={entry} />),
  },
  {
    key: 'breakdown',
    header: 'Breakdown',
    cell: ({ breakdown }) => (breakdown === null ? 'all' : breakdownLabel(breakdown) || 'all'),
  },
  { key: 'period', header: 'Period to', cell: ({ periodEnd }) => (periodEnd === null ? '–' : formatDate(periodEnd)) },
  { key: 'detail', header: 'What was found', className: 'min-w-60', cell: ({ detail }) => detail },
];

/** Each flag of one kind on one indicator, or in the files of one dataset. */
export function QualityFlags({ entries }: { entries: readonly QualityEntry[] }) {
  const caption =
    entries.length > SHOWN
      ? `Each flag: the first ${formatCount(SHOWN)} of ${formatCount(entries.length)}; the file has all`
      : `Each flag: ${formatCount(entries.length)}`;
  return (
    <DataTable
      caption={caption}
      columns={FLAG_COLUMNS}
      rows={entries.slice(0, SHOWN)}
      rowKey={({ releaseId, rule, areaCode, breakdown, periodEnd, detail }) =>
        [releaseId, rule, areaCode, breakdown, periodEnd, detail].join(' ')
      }
      download="beside"
    />
  );
}
