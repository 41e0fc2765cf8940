import { fixedText, percentText } from '@/lib/domain/indicators/number-text';
import type { Measure } from '@/lib/domain/measure/measure';
import type { CountRules, ReachCell } from './published-count';
import { type NamedBase, type Reading, type Representation, representation } from './representation';

/** People in one kind of job at one stage, by group of one characteristic. */
export interface JobPeople {
  /** A specialty group or career type. */
  readonly job: string;
  readonly jobName: string;
  /** Such as `specialty training` or `career post`. */
  readonly stage: string;
  readonly people: Readonly<Record<string, ReachCell | readonly ReachCell[]>>;
  /** People whose group isn't known, or is none of those compared. */
  readonly unknown: ReachCell | readonly ReachCell[];
}

/** Groups of one characteristic, with the words that a sentence begins with: `Women`, `People from the most deprived fifth`. */
export interface Characteristic {
  readonly id: 'sex' | 'ethnic_group' | 'deprivation_quintile';
  readonly groups: readonly { readonly group: string; readonly words: string }[];
}

export interface JobRepresentation {
  readonly job: string;
  readonly stage: string;
  /** Name of the base. */
  readonly base: string;
  readonly groups: readonly (Representation & { readonly sentence: string })[];
  readonly unknown: Measure;
}

const READING_WORDS: Record<Reading, string> = {
  under: 'under-represented against',
  over: 'over-represented against',
  not_told_apart: 'not told apart from',
};

const GAP_WORDS: Record<Exclude<Measure['kind'], 'value'>, string> = {
  not_loaded: 'are not loaded',
  suppressed: 'are withheld: too few people',
  low: 'round to 0',
  not_applicable: 'cannot be given',
};

const inPercent = (share: number): string => percentText(share * 100);

const sentenceOf = (
  { share, baseShare, ratio, reading }: Representation,
  { words, place, base }: { readonly words: string; readonly place: string; readonly base: string },
): string => {
  if (share.kind !== 'value') return `Figures on ${words.toLowerCase()} in ${place} ${GAP_WORDS[share.kind]}.`;
  const interval = share.interval
    ? ` (95% interval ${inPercent(share.interval.lower)} to ${inPercent(share.interval.upper)})`
    : '';
  const first = `${words} are ${inPercent(share.value)}${interval} of those in ${place}`;
  if (baseShare === null || ratio.kind !== 'value' || reading === null)
    return `${first}; there is nothing loaded to compare this with.`;
  return (
    `${first} and ${inPercent(baseShare)} of ${base}: ` +
    `${fixedText(ratio.value, 2)} times their share there, ${READING_WORDS[reading]} it.`
  );
};

/**
 * Who is in which job: each group's share of a job against its share of a named base (such as everybody who started
 * specialty training in the same years), with intervals. The base is taken as known, and a job is part of it, so that ratios
 * of large jobs lie nearer to 1. Differences are described; nothing is said of how they came about.
 */
export const jobRepresentation = (
  jobs: readonly JobPeople[],
  {
    characteristic,
    base,
    rules,
  }: {
    readonly characteristic: Characteristic;
    readonly base: NamedBase;
    readonly rules: CountRules;
  },
): JobRepresentation[] =>
  jobs.map(({ job, jobName, stage, people, unknown }) => {
    const counts = characteristic.groups.map(({ group }) => ({
      group,
      people: people[group] ?? ({ kind: 'not_loaded' } as const),
    }));
    const result = representation(counts, { unknown, base, rules });
    const place = `${jobName} (${stage})`;
    return {
      job,
      stage,
      base: base.name,
      unknown: result.unknown,
      groups: result.groups.map((one, i) => ({
        ...one,
        sentence: sentenceOf(one, { words: characteristic.groups[i]?.words ?? one.group, place, base: base.name }),
      })),
    };
  });
