import 'server-only';
import type { IntakeMix } from '@/lib/contracts/school-reach';
import type { MixCharacteristic, SchoolReachQuery } from '@/lib/contracts/school-reach-query';
import { isState, LEFT, UNKNOWN } from '@/lib/domain/journeys/axis-label';
import {
  changedIntakeMix,
  FIRST_ORDER_CAUTION,
  type GroupDestinations,
  type MixedDestinations,
} from '@/lib/domain/reach/intake-mix';
import { type CountRules, totalOf } from '@/lib/domain/reach/published-count';
import { readIntakeMix } from '@/lib/domain/reach/read-intake-mix';
import { journeyLabel } from '@/lib/format/journey-words';
import { groupLabel, SETTLEMENT_WORDS } from '@/lib/format/reach-words';
import { nameOf, type ReachContext } from './reach-context';
import { absent, isAbsent, type SchoolLine, schoolLine } from './school-line';
import { GROUPS } from './who-block';

const MISSING = 'Not loaded. A cohort (cohort.csv) says which group went where; rounded tables don’t.';

const REASONS: Readonly<Record<Extract<MixedDestinations, { kind: 'none' }>['reason'], string>> = {
  not_a_mix: 'The shares are not a mix: they have to add up to 100.',
  no_graduates: 'Nobody of these years has come to foundation training yet.',
  suppressed: 'A count of where a group went is withheld. Another characteristic, or all entry years, may be given.',
  not_loaded: 'The destinations of a group are not loaded.',
  not_applicable: 'The destinations of a group can’t be given.',
  low: 'So few people of a group have come to foundation training that their counts round to 0.',
};

/** Where those of a group went; those who haven't got there yet have no destination. */
const destinationsOf = ({ cells }: SchoolLine): GroupDestinations['people'] =>
  Object.fromEntries([...cells].filter(([label]) => !isState(label) || label === LEFT || label === UNKNOWN));

const sizeOf = ({ people }: GroupDestinations, rules: CountRules): number => {
  const total = totalOf(Object.values(people), rules);
  return total.kind === 'count' ? total.count : 0;
};

/** Why a group’s graduates can’t be counted; null where all can. */
const gapIn = (groups: readonly GroupDestinations[], rules: CountRules) =>
  groups
    .map(({ people }) => totalOf(Object.values(people), rules))
    .flatMap((total) => (total.kind === 'gap' ? [total.gap.kind] : []))[0] ?? null;

function todayPct(groups: readonly GroupDestinations[], rules: CountRules): number[] {
  const sizes = groups.map((group) => sizeOf(group, rules));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => (all === 0 ? 0 : (100 * size) / all));
}

const inPercent = (rows: readonly { group: string }[], askedPct: readonly (number | null)[]) =>
  Object.fromEntries(rows.map(({ group }, i) => [group, (askedPct[i] ?? 0) / 100]));

const wordsOf: ReadonlyMap<string, string> = new Map(Object.entries(SETTLEMENT_WORDS));

const isPlace = ({ store }: ReachContext, label: string): boolean => store.areaByCode.has(label);

/** Finest first: where a count of an area is withheld, how graduates came to the region of their training is asked instead. */
const SHAPES = { area: 'school_by_foundation_area', settlement: 'school_by_settlement_at_foundation' } as const;

function mixFrom(
  context: ReachContext,
  asked: SchoolReachQuery['mix'],
  destinationsBy: keyof typeof SHAPES,
): IntakeMix {
  const by: MixCharacteristic = asked?.by ?? 'quintile';
  const lines = Object.keys(GROUPS[by].compared).map((group) => ({
    group,
    line: schoolLine(context, SHAPES[destinationsBy], MISSING, { filter: { [by]: group }, isNarrowed: true }),
  }));
  const gap = lines.flatMap(({ line }) => (isAbsent(line) ? [line] : []))[0];
  if (gap) return gap;
  const read = lines.flatMap(({ group, line }) => (isAbsent(line) ? [] : [{ group, line }]));
  const [first] = read;
  if (!first) return absent('not_loaded', MISSING);
  const { rules, papers } = first.line;
  const groups = read.map(({ group, line }) => ({ group, people: destinationsOf(line) }));
  const hidden = gapIn(groups, rules);
  if (hidden) return absent('not_possible', REASONS[hidden]);
  const today = todayPct(groups, rules);
  if (today.every((share) => share === 0)) return absent('not_possible', REASONS.no_graduates);
  const { askedPct, problem } = readIntakeMix(
    groups.map(({ group }) => groupLabel(by, group)),
    asked?.shares ?? [],
  );
  const wanted = askedPct.length === 0 || problem !== null ? today : askedPct;
  const result = changedIntakeMix(groups, inPercent(groups, wanted), rules);
  // Nothing that the reader could ask otherwise: it is so for every mix of these groups.
  if (result.kind === 'none') return absent('not_possible', REASONS[result.reason]);
  return {
    kind: 'given',
    papers,
    by,
    groups: groups.map(({ group }, i) => ({ group, label: groupLabel(by, group), todayPct: today[i] ?? 0 })),
    askedPct: [...askedPct],
    problem,
    destinationsBy,
    destinations: result.destinations.map(({ destination, ...shares }) => ({
      code: destination,
      name: isPlace(context, destination)
        ? nameOf(context, destination)
        : (wordsOf.get(destination) ?? journeyLabel(destination)),
      ...shares,
    })),
    caution: FIRST_ORDER_CAUTION,
  };
}

/** What if the intake had another mix: first order, and the answer says so. */
export function mixBlock(context: ReachContext, asked: SchoolReachQuery['mix']): IntakeMix {
  const finest = mixFrom(context, asked, 'area');
  if (finest.kind === 'given' || finest.words !== REASONS.suppressed) return finest;
  const coarser = mixFrom(context, asked, 'settlement');
  return coarser.kind === 'given' ? coarser : finest;
}
