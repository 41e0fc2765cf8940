import type { ImportChanges, ImportEntry, MatchedVintage } from '@/lib/contracts/import';
import { formatDate } from '@/lib/format/date';
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

const unknownText = (codes: readonly string[]): string =>
  `${codes.slice(0, SHOWN_AREAS).join(', ')}${codes.length > SHOWN_AREAS ? ' …' : ''}`;

const shownText = ({ figures, added, changed, same, gone }: ImportChanges): string =>
  `${formatCount(figures)} ${figures === 1 ? 'figure' : 'figures'}: ${formatCount(added)} new, ${formatCount(changed)} changed, ${formatCount(same)} the same; ${formatCount(gone)} no longer shown`;

const besideText = ({ title, missing, shared }: ImportChanges['beside'][number]): string =>
  `${title}: it has ${formatCount(missing)} entries that this file doesn’t have, so it stays. Of the ${formatCount(shared)} that both have, this file’s count; a look-up or a list of patients is used whole or not at all. To take all of it off the screens, withdraw it.`;

const COHORT = 'cohort';

/** Which areas a file is of, and what publishing it would change: the same on its page and on the command line. */
export function changeFacts({ dataset, changes }: ImportEntry): readonly (readonly [term: string, value: string])[] {
  if (!changes) return [];
  const { areasMatched, areasUnknown, areaVintages, lostFrom, beside, supersedes } = changes;
  return [
    ['Areas matched', formatCount(areasMatched)] as const,
    ...(areasUnknown.length > 0 ? [['Codes that are no loaded area', unknownText(areasUnknown)] as const] : []),
    ...areaVintages.map((one) => [`List of areas: ${AREA_TYPE_WORDS[one.type]}`, listText(one)] as const),
    ['Against what is shown now', shownText(changes)] as const,
    ...lostFrom.map(
      ({ title, figures }) =>
        [
          'No longer shown',
          `${formatCount(figures)} figures of ${title} will no longer be shown: this file takes its place and doesn’t have them`,
        ] as const,
    ),
    ...beside.map((one) =>
      dataset === COHORT
        ? ([
            'No longer shown',
            `${formatCount(one.missing)} entry years of schools in ${one.title} will no longer be shown: only the newest cohort is read, and this file doesn’t have them`,
          ] as const)
        : (['Stays published beside it', besideText(one)] as const),
    ),
    ...(supersedes.length > 0 ? [['Supersedes', supersedes.join(', ')] as const] : []),
  ];
}
