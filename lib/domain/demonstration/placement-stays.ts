import { type Draw, isHit, share } from './draw';
import type { PlacementEffects } from './effects';
import type { Employer } from './sites';

const HALF_YEARS = 6;
/** The last boundary at which a placement had begun. */
const LAST_START = '2026-08-05';
const NOTICE_UNKNOWN = 0.03;

interface Place {
  readonly employer: Employer;
  readonly site: number;
}

/** One site at one level, from the first to the last day. */
export interface Stay extends Place {
  readonly level: string;
  readonly start: string;
  readonly end: string;
  /** Null where not recorded. */
  readonly noticeWeeks: number | null;
}

export interface TrainingStart {
  readonly startYear: number;
  /** One a year. */
  readonly levels: readonly string[];
  /** Whether the region's programmes become stable at some time. */
  readonly isStableRegion: boolean;
  readonly employers: readonly Employer[];
}

/** Day of a half-year boundary, 5 August or 5 February; with `day` 4, the day before. */
const boundary = (startYear: number, half: number, day: 4 | 5): string =>
  `${startYear + Math.ceil(half / 2)}-${half % 2 === 0 ? '08' : '02'}-0${day}`;

const drawNotice = (draw: Draw, effects: PlacementEffects, isStable: boolean): number | null => {
  if (isHit(draw, NOTICE_UNKNOWN)) return null;
  const isMet = isHit(draw, share(effects.noticeMet + (isStable ? effects.noticeAfter : 0)));
  return isMet ? 12 + Math.floor(5 * draw()) : 1 + Math.floor(11 * Math.sqrt(draw()));
};

/** Index of another element, each as likely; the same where there is no other. */
const another = (draw: Draw, many: number, current: number): number =>
  many < 2 ? current : (current + 1 + Math.floor(draw() * (many - 1))) % many;

const moved = (draw: Draw, employers: readonly Employer[], from: Place, otherEmployer: number): Place => {
  const next = another(draw, employers.length, employers.indexOf(from.employer));
  const employer = isHit(draw, otherEmployer) ? employers[next] : undefined;
  if (employer === undefined || employer === from.employer)
    return { employer: from.employer, site: another(draw, from.employer.sites.length, from.site) };
  return { employer, site: Math.floor(draw() * employer.sites.length) };
};

const firstPlace = (draw: Draw, employers: readonly Employer[]): Place => {
  const employer = employers[Math.floor(draw() * employers.length)];
  if (employer === undefined) throw new RangeError('A region without employers');
  return { employer, site: Math.floor(draw() * employer.sites.length) };
};

/** Where a trainee is in each half-year that has begun. */
const halfYears = (draw: Draw, effects: PlacementEffects, training: TrainingStart): Stay[] => {
  const { startYear, levels, isStableRegion, employers } = training;
  let place = firstPlace(draw, employers);
  const halves: Stay[] = [];
  for (let half = 0; half < HALF_YEARS; half += 1) {
    const start = boundary(startYear, half, 5);
    if (start > LAST_START) break;
    const isStable = isStableRegion && start >= `${effects.stableFrom}-08-01`;
    if (half > 0 && isHit(draw, isStable ? effects.moveStable : effects.moveOrdinary))
      place = moved(draw, employers, place, effects.otherEmployer);
    const level = levels[Math.floor(half / 2)] ?? '';
    const noticeWeeks = drawNotice(draw, effects, isStable);
    halves.push({ ...place, level, start, end: boundary(startYear, half + 1, 4), noticeWeeks });
  }
  return halves;
};

/** Three years of training as stays: a new one for another site, and for another level at the same site, which is no move. */
export const drawStays = (draw: Draw, effects: PlacementEffects, training: TrainingStart): Stay[] => {
  const stays: Stay[] = [];
  for (const half of halfYears(draw, effects, training)) {
    const last = stays.at(-1);
    if (last?.employer === half.employer && last.site === half.site && last.level === half.level)
      stays[stays.length - 1] = { ...last, end: half.end };
    else stays.push(half);
  }
  return stays;
};
