import { OPERATOR } from '@/app/data/import/_components/status-words';
import type { ImportEntry, MatchedVintage } from '@/lib/contracts/import';
import { RULE_SET_WORDS } from '@/lib/format/count-words';
import { formatDate, formatDateTime } from '@/lib/format/date';
import { formatCount } from '@/lib/format/number';
import { AREA_TYPE_WORDS } from '@/lib/format/words';

const SHOWN_AREAS = 12;

const listText = ({ from, to, missing, isMixed }: MatchedVintage): string => {
  if (isMixed)
    return 'codes of several lists, of areas that never existed together: each figure stays with its own area';
  const span = [from === null ? '' : `from ${formatDate(from)}`, to === null ? '' : `to ${formatDate(to)}`];
  const days = span.filter((text) => text !== '').join(' ');
  return missing === 0 ? days : `${days}; ${formatCount(missing)} areas of it are not in the file`;
};

function facts({
  dataset,
  rows,
  errorTotal,
  vintage,
  given,
  changes,
  ruleSet,
  releaseId,
  publishOn,
  sha256,
  createdAt,
  createdBy,
  status,
}: ImportEntry) {
  const unknown = changes?.areasUnknown ?? [];
  return [
    [status === 'reading' ? 'Rows read so far' : 'Good rows', formatCount(rows)],
    ['Errors', formatCount(errorTotal)],
    ['Vintage', vintage ?? 'the file does not say'],
    ...(given.period ? [['Period, as given with it', given.period]] : []),
    ...(given.areaCode ? [['Area, as given with it', given.areaCode]] : []),
    ...(given.roundingBase ? [['Rounded to, as given with it', String(given.roundingBase)]] : []),
    ...(changes
      ? [
          ['Areas matched', formatCount(changes.areasMatched)],
          ...(unknown.length > 0
            ? [
                [
                  'Codes that are no loaded area',
                  `${unknown.slice(0, SHOWN_AREAS).join(', ')}${unknown.length > SHOWN_AREAS ? ' …' : ''}`,
                ],
              ]
            : []),
          ...changes.areaVintages.map((one) => [`List of areas: ${AREA_TYPE_WORDS[one.type]}`, listText(one)]),
          [
            'Against what is shown now',
            `${formatCount(changes.figures)} figures: ${formatCount(changes.added)} new, ${formatCount(changes.changed)} changed, ${formatCount(changes.same)} the same; ${formatCount(changes.gone)} no longer shown`,
          ],
          ...changes.lostFrom.map(({ title, figures }) => [
            'No longer shown',
            `${formatCount(figures)} figures of ${title} will no longer be shown: this file takes its place and doesn’t have them`,
          ]),
          ...changes.beside.map(({ title, missing, shared }) => [
            dataset === 'cohort' ? 'No longer shown' : 'Stays published beside it',
            dataset === 'cohort'
              ? `${formatCount(missing)} entry years of schools in ${title} will no longer be shown: only the newest cohort is read, and this file doesn’t have them`
              : `${title}: it has ${formatCount(missing)} entries that this file doesn’t have, and these are still shown. Of the ${formatCount(shared)} that both have, this file’s are shown. To take all of it off the screens, withdraw it.`,
          ]),
          ...(changes.supersedes.length > 0 ? [['Supersedes', changes.supersedes.join(', ')]] : []),
        ]
      : []),
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
