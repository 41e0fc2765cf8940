import { OPERATOR } from '@/app/data/import/_components/status-words';
import type { ImportEntry, UsedMapping } from '@/lib/contracts/import';
import { changeFacts } from '@/lib/data/import-words';
import { RULE_SET_WORDS } from '@/lib/format/count-words';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';

const mappingText = ({ source, columns, isSaved }: UsedMapping): string => {
  const pairs = Object.entries(columns).map(([theirs, ours]) => `${theirs} → ${ours}`);
  const whose = isSaved ? `the saved mapping of ${source}` : source ? `said of ${source}` : 'said with the file';
  return `${whose}: ${pairs.join(', ')}`;
};

function facts(entry: ImportEntry) {
  const { rows, errorTotal, vintage, given, mapping, ruleSet, releaseId, publishOn } = entry;
  const { sha256, createdAt, createdBy, status } = entry;
  return [
    [status === 'reading' ? 'Rows read so far' : 'Good rows', formatCount(rows)],
    ['Errors', formatCount(errorTotal)],
    ['Vintage', vintage ?? 'the file does not say'],
    ...(given.period ? [['Period, as given with it', given.period]] : []),
    ...(given.areaCode ? [['Area, as given with it', given.areaCode]] : []),
    ...(given.source ? [['Source, as given with it', given.source]] : []),
    ...(mapping ? [['Columns, as mapped', mappingText(mapping)]] : []),
    ...(given.roundingBase ? [['Rounded to, as given with it', String(given.roundingBase)]] : []),
    ...changeFacts(entry),
    ['Small numbers', RULE_SET_WORDS[ruleSet]],
    ...(releaseId ? [['Release', releaseId]] : []),
    ...(publishOn ? [['Shown from', formatDate(publishOn)]] : []),
    ['Sent', `${formatDateTime(createdAt)}, by ${createdBy ?? OPERATOR}`],
    ['SHA-256', sha256],
  ] as const;
}

/** What is known about the file, and what it would change. */
export function ImportFacts({ entry }: { entry: ImportEntry }) {
  return (
    <dl className="grid max-w-3xl grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-[14rem_1fr]">
      {facts(entry).map(([term, value]) => (
        <div key={`${term} ${value}`} className="contents">
          <dt className="font-semibold">{term}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
