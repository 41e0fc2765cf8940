import type { Band } from '@/lib/contracts/scenario';
import { type Axis, linearAxis } from './axis';

export type FrontierMark = {
  label: string;
  kind: 'mix' | 'today' | 'option';
  need: Pick<Band, 'mean' | 'lower80' | 'upper80'>;
  careers: Pick<Band, 'mean' | 'lower80' | 'upper80'>;
};
export type FrontierPoint = FrontierMark & { left: number; top: number };
export type Frontier = {
  x: Axis;
  y: Axis;
  points: FrontierPoint[];
  /** Through the mixes, from most need to best careers: between two of them nothing was run. */
  steps: { left: number; top: number }[];
};

/** Marks at the same place are one mark with all their labels. */
const merged = (marks: readonly FrontierMark[]): FrontierMark[] => {
  const at = new Map<string, FrontierMark>();
  for (const mark of marks) {
    const place = `${mark.careers.mean} ${mark.need.mean}`;
    const same = at.get(place);
    at.set(place, same ? { ...same, kind: mark.kind, label: `${same.label}, ${mark.label}` } : mark);
  }
  return [...at.values()];
};

/** Left of it, the numbers of the other axis: in hundredths of the width, enough for them on the narrowest screen. */
export const FRONTIER_LEFT = 18;

/** Careers across, need upwards; both ends of every interval are within the drawing. */
export function toFrontier(marks: readonly FrontierMark[], height: readonly [number, number]): Frontier {
  const ends = (of: 'need' | 'careers') => marks.flatMap((mark) => [mark[of].mean, mark[of].lower80, mark[of].upper80]);
  const x = linearAxis({ values: ends('careers'), range: [FRONTIER_LEFT, 94], zero: true });
  const y = linearAxis({ values: ends('need'), range: [height[1], height[0]], zero: true });
  const place = (mark: FrontierMark) => ({ left: x.at(mark.careers.mean), top: y.at(mark.need.mean) });
  return {
    ...{ x, y },
    points: merged(marks).map((mark) => ({ ...mark, ...place(mark) })),
    steps: marks.filter(({ kind }) => kind === 'mix').map(place),
  };
}
