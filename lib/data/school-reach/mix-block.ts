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
import { groupLabel } from '@/lib/format/reach-words';
import { nameOf, type ReachContext } from './reach-context';
import { absent, isAbsent, type SchoolLine, schoolLine } from './school-line';
import { GROUPS } from './who-block';

const MISSING = 'Not loaded. A cohort (cohort.csv) says which group went where; rounded tables don’t.';

const REASONS: Readonly<Record<Extract<MixedDestinations, { kind: 'none' }>['reason'], string>> = {
  not_a_mix: 'The shares are not a mix: they have to add up to 100.',
  no_graduates: 'Nobody of these years has come to foundation training yet.',
  suppressed: 'The destinations of a group are withheld: too few people.',
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

function todayPct(groups: readonly GroupDestinations[], rules: CountRules): number[] {
  const sizes = groups.map((group) => sizeOf(group, rules));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => (all === 0 ? 0 : (100 * size) / all));
}

const inPercent = (rows: readonly { group: string }[], askedPct: readonly (number | null)[]) =>
  Object.fromEntries(rows.map(({ group }, i) => [group, (askedPct[i] ?? 0) / 100]));

const isPlace = ({ store }: ReachContext, label: string): boolean => store.areaByCode.has(label);

function mixFrom(context: ReachContext, asked: SchoolReachQuery['mix'], shape: string): IntakeMix {
  const by: MixCharacteristic = asked?.by ?? 'quintile';
  const lines = Object.keys(GROUPS[by].compared).map((group) => ({
    group,
    line: schoolLine(context, shape, MISSING, { filter: { [by]: group }, isNarrowed: true }),
  }));
  const gap = lines.flatMap(({ line }) => (isAbsent(line) ? [line] : []))[0];
  if (gap) return gap;
  const read = lines.flatMap(({ group, line }) => (isAbsent(line) ? [] : [{ group, line }]));
  const [first] = read;
  if (!first) return absent('not_loaded', MISSING);
  const { rules, papers } = first.line;
  const groups = read.map(({ group, line }) => ({ group, people: destinationsOf(line) }));
  const today = todayPct(groups, rules);
  if (today.every((share) => share === 0)) return absent('not_possible', REASONS.no_graduates);
  const { askedPct, problem } = readIntakeMix(
    groups.map(({ group }) => groupLabel(by, group)),
    asked?.shares ?? [],
  );
  const wanted = askedPct.length === 0 || problem !== null ? today : askedPct;
  const result = changedIntakeMix(groups, inPercent(groups, wanted), rules);
  return {
    kind: 'given',
    papers,
    by,
    groups: groups.map(({ group }, i) => ({ group, label: groupLabel(by, group), todayPct: today[i] ?? 0 })),
    askedPct: [...askedPct],
    problem: problem ?? (result.kind === 'none' ? REASONS[result.reason] : null),
    destinations:
      result.kind === 'none'
        ? []
        : result.destinations.map(({ destination, ...shares }) => ({
            code: destination,
            name: isPlace(context, destination) ? nameOf(context, destination) : journeyLabel(destination),
            ...shares,
          })),
    caution: FIRST_ORDER_CAUTION,
  };
}

/** Finest first: where a count of an area is withheld, how graduates came to the region of their training is asked instead. */
const SHAPES = ['school_by_foundation_area', 'school_by_settlement_at_foundation'] as const;

/** What if the intake had another mix: first order, and the answer says so. */
export function mixBlock(context: ReachContext, asked: SchoolReachQuery['mix']): IntakeMix {
  const [finest, coarser] = SHAPES;
  const mix = mixFrom(context, asked, finest);
  if (mix.kind === 'absent' || mix.problem !== REASONS.suppressed) return mix;
  const other = mixFrom(context, asked, coarser);
  return other.kind === 'given' && other.problem === null ? other : mix;
}
