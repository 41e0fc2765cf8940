import type { DistanceGroup } from '@/lib/contracts/journey-views';
import { groupChoice } from '@/lib/contracts/journeys-query';
import { plotted } from '@/lib/domain/measure/measure';
import { groupWords, wholePercent } from '@/lib/format/flow-words';
import { formatCount } from '@/lib/format/number';

export type DistanceWords = { title: string; of: string; place: string };

/** The two distances by name: a distance without it would mislead. */
export const DISTANCE_WORDS = {
  home_to_foundation: { title: 'Home to foundation training', of: 'from home to foundation training', place: 'home' },
  school_to_foundation: {
    title: 'Medical school to foundation training',
    of: 'from medical school to foundation training',
    place: 'medical school',
  },
} as const satisfies Record<string, DistanceWords>;

/** `All`, `Women`; a fifth with its words. */
export function distanceGroupLabel({ key, school }: DistanceGroup, schoolName: (code: string) => string): string {
  const choice = groupChoice(key);
  const who = choice ? groupWords(choice) : 'Everybody';
  return school === null ? who : `${schoolName(school)}: ${who.toLowerCase()}`;
}

const near = (group: DistanceGroup | undefined): number | null => {
  const [first] = group?.bands ?? [];
  return first ? plotted(first.share) : null;
};

/** What the nearest band says of everybody. */
export function distanceTitle(groups: readonly DistanceGroup[], { title, place }: DistanceWords): string {
  const all = groups.find(({ key, school }) => key === 'all' && school === null) ?? groups[0];
  const share = near(all);
  if (share === null)
    return `${title}: ${all && all.withheld > 0 ? 'no shares, because a count is withheld' : 'too few people to give shares'}`;
  return `${title}: ${wholePercent(share)} within 50 km of ${place}`;
}

/** Groups without shares, and why. */
const withheldGroups = (groups: readonly DistanceGroup[]): string => {
  const count = groups.filter(({ withheld }) => withheld > 0).length;
  if (count === 0) return '';
  return count === 1
    ? 'One group has a count that is withheld, and so no shares.'
    : `${count} groups have counts that are withheld, and so no shares.`;
};

/** `women 26%, men 28%`; nothing where one of them can't be given. */
function pairText(groups: readonly DistanceGroup[], keys: readonly [string, string]): string[] {
  const said = keys.flatMap((key) => {
    const [choice, share] = [
      groupChoice(key),
      near(groups.find((group) => group.key === key && group.school === null)),
    ];
    return choice && share !== null ? [`${groupWords(choice).toLowerCase()} ${wholePercent(share)}`] : [];
  });
  return said.length === keys.length ? [said.join(', ')] : [];
}

/** One or two sentences: everybody, then women and men, white and not white. */
export function distanceAlternative(groups: readonly DistanceGroup[], { of, place }: DistanceWords): string {
  const all = groups.find(({ key, school }) => key === 'all' && school === null) ?? groups[0];
  if (!all || all.people === null || near(all) === null)
    return `Distances ${of} can’t be given in shares. ${withheldGroups(groups)}`.trim();
  const bands = all.bands
    .flatMap(({ label, share }) => (share.kind === 'value' ? [`${wholePercent(share.value)} ${bandWords(label)}`] : []))
    .join(', ');
  const pairs = [
    ...pairText(groups, ['sex:F', 'sex:M']),
    ...pairText(groups, ['ethnicity:non_white', 'ethnicity:white']),
  ];
  const near50 = pairs.length > 0 ? ` Within 50 km: ${pairs.join('; ')}.` : '';
  return `Of ${formatCount(all.people)} people whose distance from ${place} is known: ${bands}.${near50} ${withheldGroups(groups)}`.trim();
}

/** `0-50` → `within 50 km`. */
export function bandWords(label: string): string {
  const [from = '', to] = label.split('-');
  if (to === undefined) return `over ${from.replace('+', '')} km`;
  return from === '0' ? `within ${to} km` : `${from} to ${to} km`;
}
