import type { OpeningStocks } from '@/lib/domain/pathway/engine/opening-stocks';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import { type LengthShares, type ProgrammePart, programmeParts } from '@/lib/domain/pathway/engine/programme-parts';
import { sum } from '@/lib/domain/statistics/sum';
import type { LoadedPosts } from './loaded-pathway';
import { placeOfLevel, yearOfLevel } from './programmes';
import { groupOfSpecialty } from './specialty-groups';

type Programmes = Pick<PathwayInput, 'programmes' | 'rates'>;

/** Part of the span `from` to `to`, in years, that lies within the year that ends at `year`. */
const within = (year: number, from: number, to: number): number =>
  Math.max(0, Math.min(year, to) - Math.max(year - 1, from));

/**
 * Doctors of one level by the years that they will have done in August, 1 first. A level is a year of the curriculum, and takes
 * `dilation` years, ÷ FTE less than full time: those who are in the last level of three for 1.19 years each are in their third or
 * fourth year. As many of each year as there are in a steady state, so that not all of a level finish at once.
 */
const yearsDone = (
  { dilation, ltftShare }: PathwayInput['programmes'][number],
  ltftFte: number,
  level: number,
  longest: number,
): number[] => {
  const [fullTime, lessThan] = [dilation.value, dilation.value / ltftFte];
  const all = (1 - ltftShare.value) * fullTime + ltftShare.value * lessThan;
  return Array.from({ length: longest }, (_, at) => {
    const of = (years: number) => within(at + 1, (level - 1) * years, level * years);
    return ((1 - ltftShare.value) * of(fullTime) + ltftShare.value * of(lessThan)) / all;
  });
};

/** People behind a full-time equivalent in post: who trains at `f` is there `1 ÷ f` times as long. */
const peoplePerFte = (ltftShare: number, ltftFte: number): number => 1 - ltftShare + ltftShare / ltftFte;

/** Doctors in training at the start, from those in post by level. */
export const trainingStocks = (
  posts: readonly LoadedPosts[],
  { programmes, rates }: Programmes,
): OpeningStocks['training'] => {
  const parts = programmeParts({ programmes, rates });
  const ltftFte = rates.ltftFte.value;
  const found = new Map<string, OpeningStocks['training'][number]>();
  for (const { regionCode, specialty, level, inPostFte } of posts) {
    const index = programmes.findIndex(({ group }) => group === groupOfSpecialty(specialty));
    const programme = programmes[index];
    const place = programme && yearOfLevel(level) !== null ? placeOfLevel(programme, level) : null;
    const part = parts.find((one) => one.group === index && one.isFinal === (place?.part === 'final'));
    if (!programme || !place || !part) continue;
    const people = inPostFte * peoplePerFte(programme.ltftShare.value, ltftFte);
    yearsDone(programme, ltftFte, place.year, part.lengths.at(-1) ?? 1).forEach((share, at) => {
      if (share <= 0) return;
      const key = `${regionCode} ${programme.group} ${place.part} ${at + 1}`;
      const before = found.get(key)?.people ?? 0;
      found.set(key, {
        group: programme.group,
        part: place.part,
        year: at + 1,
        regionCode,
        people: before + people * share,
      });
    });
  }
  return [...found.values()];
};

/** Of those of a part that have done `years`, the share who finish now: nobody has done more and not finished. */
const finishingShare = ({ fullTime, ltft, ltftShare }: ProgrammePart, years: number): number => {
  const of = (kind: 'exactly' | 'atLeast'): number => {
    const at = (shares: LengthShares) => shares[kind][years] ?? 0;
    return (1 - ltftShare) * at(fullTime) + ltftShare * at(ltft);
  };
  const there = of('atLeast');
  return there > 0 ? of('exactly') / there : 0;
};

/** Who finishes a part in the first August, by region: of core training of a programme, or of all that end in a career. */
export const finishersOf = (
  training: OpeningStocks['training'],
  known: Programmes,
  isSought: (stock: OpeningStocks['training'][number]) => boolean,
): ReadonlyMap<string, number> => {
  const parts = programmeParts(known);
  const byRegion = new Map<string, number>();
  for (const stock of training.filter(isSought)) {
    const index = known.programmes.findIndex(({ group }) => group === stock.group);
    const part = parts.find((one) => one.group === index && one.isFinal === (stock.part === 'final'));
    const people = part ? stock.people * finishingShare(part, stock.year) : 0;
    byRegion.set(stock.regionCode, (byRegion.get(stock.regionCode) ?? 0) + people);
  }
  return byRegion;
};

export const allOf = (byRegion: ReadonlyMap<string, number>): number => sum([...byRegion.values()]);
