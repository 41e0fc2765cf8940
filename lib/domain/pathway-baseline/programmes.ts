import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { sum } from '@/lib/domain/statistics/sum';
import type { LoadedPosts, LoadedRound } from './loaded-pathway';
import { groupOfSpecialty } from './specialty-groups';

/** Length of a group's training, full time; `coreYears` null: run-through. */
export interface ProgrammeLength {
  readonly group: SpecialtyGroup;
  readonly coreYears: number | null;
  readonly finalYears: number;
}

/** A group with fewer places at ST3 and ST4 than this share of those at CT1/ST1 is taken as run-through. */
const LEAST_HIGHER_SHARE = 0.25;
/** Levels with less of a group's posts than this are of a few small programmes. */
const LEAST_LEVEL_SHARE = 0.04;
const LONGEST_CORE = 3;

/** Year of training that a level stands for: 1 of `CT1/ST1`, 4 of `ST4`. Null for foundation. */
export const yearOfLevel = (level: string): number | null => {
  const digits = /^(?:CT|ST)(\d)/.exec(level)?.[1];
  return digits === undefined ? null : Number(digits);
};

/** The years of training that hold a part of the posts worth counting. */
const yearsIn = (posts: readonly LoadedPosts[], isCounted: (level: string) => boolean): number[] => {
  const counted = posts.filter(({ level }) => isCounted(level));
  const all = sum(counted.map(({ establishmentFte }) => establishmentFte));
  const byYear = new Map<number, number>();
  for (const { level, establishmentFte } of counted) {
    const year = yearOfLevel(level);
    if (year !== null) byYear.set(year, (byYear.get(year) ?? 0) + establishmentFte);
  }
  return [...byYear].flatMap(([year, fte]) => (fte >= LEAST_LEVEL_SHARE * all && fte > 0 ? [year] : []));
};

const lengthOf = (
  group: SpecialtyGroup,
  posts: readonly LoadedPosts[],
  rounds: readonly LoadedRound[],
): ProgrammeLength | null => {
  const placesAt = (isEntry: boolean) =>
    sum(rounds.flatMap(({ level, posts: places }) => ((level === 'CT1/ST1') === isEntry ? [places] : [])));
  const years = yearsIn(posts, () => true);
  if (years.length === 0) return null;
  const isRunThrough = placesAt(false) < LEAST_HIGHER_SHARE * placesAt(true);
  if (isRunThrough) return { group, coreYears: null, finalYears: Math.max(...years) };
  const coreYears = Math.min(LONGEST_CORE, Math.max(1, ...yearsIn(posts, (level) => level.startsWith('CT'))));
  return { group, coreYears, finalYears: Math.max(1, Math.max(...years) - coreYears) };
};

/**
 * How long each group trains, from the levels at which it has posts; run-through where hardly anybody is recruited on the way. A group
 * without posts, or without recruitment, takes no part.
 */
export const programmeLengths = (
  posts: readonly LoadedPosts[],
  rounds: readonly LoadedRound[],
): readonly ProgrammeLength[] =>
  SPECIALTY_GROUPS.flatMap((group) => {
    const isOfGroup = ({ specialty }: { readonly specialty: string }) => groupOfSpecialty(specialty) === group;
    const own = rounds.filter(isOfGroup);
    const length = own.length === 0 ? null : lengthOf(group, posts.filter(isOfGroup), own);
    return length ? [length] : [];
  });

/** Where a level lies in a group's programme: its part, and the year of that part, from 1. */
export const placeOfLevel = (
  { coreYears, finalYears }: ProgrammeLength,
  level: string,
): { readonly part: 'core' | 'final'; readonly year: number } | null => {
  const year = yearOfLevel(level);
  if (year === null) return null;
  if (coreYears !== null && year <= coreYears) return { part: 'core', year };
  // Programmes of other lengths than most of their group's: their first and last years count as its first and last.
  return { part: 'final', year: Math.min(finalYears, Math.max(1, year - (coreYears ?? 0))) };
};
