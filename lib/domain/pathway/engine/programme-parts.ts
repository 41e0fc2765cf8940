import { ltftDuration } from '@/lib/domain/pathway/stages/fixed-programme';
import type { GroupProgramme, PathwayInput } from './pathway-input';

/** A share of a cohort that takes the same number of years. */
export interface Duration {
  readonly years: number;
  /** Share among full-time, or among less-than-full-time trainees. */
  readonly share: number;
}

/** Shares of a kind of trainee by whole years, 0 to the longest. */
export interface LengthShares {
  readonly exactly: Float64Array;
  readonly atLeast: Float64Array;
}

/** A stretch of training between two competitions. `final` parts end in CCT. */
export interface ProgrammePart {
  /** Index of the programme. */
  readonly group: number;
  readonly isFinal: boolean;
  readonly isRunThrough: boolean;
  /** Index of the part that follows core training; −1 for a final part. */
  readonly next: number;
  /** 0 consultant, 1 GP. */
  readonly career: number;
  readonly fullTime: LengthShares;
  readonly ltft: LengthShares;
  /** All lengths in years that somebody of the part takes, ascending. */
  readonly lengths: readonly number[];
  readonly annualAttrition: number;
  readonly ltftShare: number;
  /** Consecutive years in the region that someone who stayed at entry brings along: two foundation years, or core. */
  readonly yearsBefore: number;
  /** Mean years since specialty entry at the start of the part, for doctors already in it at the start. */
  readonly elapsedBefore: number;
}

/** A mean length as two whole ones: `2.4` years is 2 for 60 % and 3 for 40 %. */
export const wholeYears = (mean: number): Duration[] => {
  const lower = Math.floor(mean + 1e-9);
  const share = mean - lower;
  if (share < 1e-9) return [{ years: lower, share: 1 }];
  return [
    { years: lower, share: 1 - share },
    { years: lower + 1, share },
  ];
};

const lengthShares = (durations: readonly Duration[], longest: number): LengthShares => {
  const sumOf = (isIn: (years: number) => boolean): number =>
    durations.reduce((sum, { years, share }) => sum + (isIn(years) ? share : 0), 0);
  return {
    exactly: Float64Array.from({ length: longest + 1 }, (_, n) => sumOf((years) => years === n)),
    atLeast: Float64Array.from({ length: longest + 1 }, (_, n) => sumOf((years) => years >= n)),
  };
};

interface PartShape {
  readonly nominalYears: number;
  readonly isFinal: boolean;
  readonly next: number;
  readonly yearsBefore: number;
  readonly elapsedBefore: number;
}

/** Less than full time a part takes nominal years × dilation ÷ FTE (LTFT closed form: duration n ÷ f). */
const partOf = (programme: GroupProgramme, group: number, ltftFte: number, shape: PartShape): ProgrammePart => {
  const years = shape.nominalYears * programme.dilation.value;
  const fullTime = wholeYears(years);
  const ltft = wholeYears(ltftDuration(years, ltftFte));
  const lengths = [...new Set([...fullTime, ...ltft].map((duration) => duration.years))].sort((a, b) => a - b);
  return {
    group,
    isFinal: shape.isFinal,
    isRunThrough: programme.coreYears === null,
    next: shape.next,
    career: programme.career === 'gp' ? 1 : 0,
    fullTime: lengthShares(fullTime, lengths.at(-1) ?? 0),
    ltft: lengthShares(ltft, lengths.at(-1) ?? 0),
    lengths,
    annualAttrition: programme.annualAttrition.value,
    ltftShare: programme.ltftShare.value,
    yearsBefore: shape.yearsBefore,
    elapsedBefore: shape.elapsedBefore,
  };
};

/** The parts of all programmes, core before final; a run-through programme is one final part. */
export const programmeParts = ({ programmes, rates }: Pick<PathwayInput, 'programmes' | 'rates'>): ProgrammePart[] => {
  const fte = rates.ltftFte.value;
  const parts: ProgrammePart[] = [];
  programmes.forEach((programme, group) => {
    const { coreYears, finalYears, dilation } = programme;
    const core = coreYears === null ? 0 : coreYears * dilation.value;
    if (coreYears !== null) {
      const next = parts.length + 1;
      parts.push(
        partOf(programme, group, fte, {
          nominalYears: coreYears,
          isFinal: false,
          next,
          yearsBefore: 2,
          elapsedBefore: 0,
        }),
      );
    }
    parts.push(
      partOf(programme, group, fte, {
        nominalYears: finalYears,
        isFinal: true,
        next: -1,
        yearsBefore: coreYears === null ? 2 : Math.round(core),
        elapsedBefore: core,
      }),
    );
  });
  return parts;
};
