import type { Measure } from '@/lib/domain/measure/measure';

/** The part of a figure that rules and sentences read; a `Figure` of the contracts satisfies it. */
export interface FigureInput {
  readonly indicatorId: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly breakdown: string;
  /** ISO dates; `end` orders periods. */
  readonly period: { readonly label: string; readonly end: string };
  readonly measure: Measure;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly stale: boolean;
}

/** Points to the figure that a sentence rests on. */
export interface FigureRef {
  readonly indicatorId: string;
  readonly breakdown: string;
}

/** The area that figures are read for. */
export interface AreaInput {
  readonly code: string;
  readonly name: string;
  readonly type: string;
}

/** The number of a figure, or null where there is none. */
export const figureValue = (figure: FigureInput | undefined): number | null =>
  figure?.measure.kind === 'value' ? figure.measure.value : null;

/** The figure with a value whose period ends last, old or recent. */
export const latestWithValue = <F extends FigureInput>(figures: readonly F[], ref: FigureRef): F | undefined =>
  figures
    .filter((figure) => figure.indicatorId === ref.indicatorId && figure.breakdown === ref.breakdown)
    .filter((figure) => figure.measure.kind === 'value')
    .reduce<F | undefined>(
      (latest, figure) => (!latest || figure.period.end > latest.period.end ? figure : latest),
      undefined,
    );

/** As `latestWithValue`, over figures that are not stale: what headlines and rules may use. */
export const latestRecent = <F extends FigureInput>(figures: readonly F[], ref: FigureRef): F | undefined =>
  latestWithValue(
    figures.filter((figure) => !figure.stale),
    ref,
  );

/** The comparator's figure for the same indicator, breakdown and period, never another period's. */
export const samePeriod = <F extends FigureInput>(comparators: readonly F[], figure: FigureInput): F | undefined =>
  comparators.find(
    (other) =>
      other.indicatorId === figure.indicatorId &&
      other.breakdown === figure.breakdown &&
      other.period.end === figure.period.end &&
      other.areaCode !== figure.areaCode &&
      other.measure.kind === 'value',
  );
