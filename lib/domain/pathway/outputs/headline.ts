import { type DrawTotals, drawTotals, totalBands } from './draw-totals';
import { measureSetting } from './measure-setting';
import { eachDraw, type PathwaySummary, type SummaryRequest } from './pathway-summary';

/** What a sentence about a run needs. */
export type HeadlineSummary = Pick<PathwaySummary, 'draws' | 'totals' | 'chanceOfOneExtraPost' | 'extraPostsFilled'>;

/**
 * The part of `summarisePathway` that follows a slider: totals over the run, to the last bit those of the whole summary.
 * @throws RangeError without draws or with a draw missing.
 */
export const summariseHeadline = (request: Omit<SummaryRequest, 'classYear' | 'detail'>): HeadlineSummary => {
  const setting = measureSetting(request);
  const totals: DrawTotals[] = [];
  const draws = eachDraw(request, (baseline, option) => {
    totals.push(drawTotals(setting, baseline, option));
  });
  if (draws === 0) throw new RangeError('a summary needs draws');
  const { bands, ...chances } = totalBands(totals, request.input.switches.ceiling);
  return { draws, totals: bands, ...chances };
};
