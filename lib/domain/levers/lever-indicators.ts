import { ALL } from '@/lib/domain/indicators/indicator';
import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { PathwayLever } from './pathway-lever';

/** A published figure that a lever is meant to move. */
export interface LeverIndicator {
  readonly indicatorId: string;
  readonly breakdown: string;
}

type Node = Offer['nodes'][number];

const fill = (breakdown: string): LeverIndicator => ({ indicatorId: 'specialty-fill-rate', breakdown });
const stayed = (stage: string): LeverIndicator => ({ indicatorId: 'retention-in-region', breakdown: `${stage}-1y` });

/** Fill at the recruitment levels of each node, as it is published; foundation posts have no such figure. */
const FILL: Readonly<Record<Node, readonly LeverIndicator[]>> = {
  foundation: [],
  specialty_entry: [fill('CT1/ST1')],
  higher_entry: [fill('ST3'), fill('ST4')],
};
/** Staying after the stages that each node leads into. */
const STAYED: Readonly<Record<Node, readonly LeverIndicator[]>> = {
  foundation: [stayed('foundation')],
  specialty_entry: [stayed('core'), stayed('gp')],
  higher_entry: [stayed('higher')],
};
const VACANCY: LeverIndicator = { indicatorId: 'medical-vacancy-rate', breakdown: ALL };

/** Of levers that change the placement itself. */
const OF_PLACEMENTS: Readonly<Record<string, readonly LeverIndicator[]>> = {
  'early-notice': [{ indicatorId: 'placement-notice-met', breakdown: ALL }],
  'longer-single-site-rotations': [{ indicatorId: 'placement-length-of-stay', breakdown: ALL }],
  'lead-employer': [{ indicatorId: 'placement-employer-moves', breakdown: ALL }],
};

/**
 * The figures that a lever acts on where it is offered: the placement itself; fill, where it acts on entry; staying in the region, where it acts
 * on leaving; vacancies, where it acts after CCT.
 */
export const leverIndicators = (
  { id, entry, leaving, career }: Pick<PathwayLever, 'id' | 'entry' | 'leaving' | 'career'>,
  nodes: readonly Node[],
): LeverIndicator[] => [
  ...(OF_PLACEMENTS[id] ?? []),
  ...(entry.kind === 'none' ? [] : nodes.flatMap((node) => FILL[node])),
  ...(leaving.kind === 'none' ? [] : nodes.flatMap((node) => STAYED[node])),
  ...(career.kind === 'none' ? [] : [VACANCY]),
];

/** Every figure that some lever acts on. */
export const LEVER_INDICATORS: readonly LeverIndicator[] = [
  ...Object.values(OF_PLACEMENTS).flat(),
  ...Object.values(FILL).flat(),
  ...Object.values(STAYED).flat(),
  VACANCY,
];
