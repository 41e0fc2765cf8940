import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { PAYMENT_LEVERS } from './payment-levers';
import { STABILITY_LEVERS } from './stability-levers';
import { SUPPORT_LEVERS } from './support-levers';

/** Every lever of the pathway model. Those of the recruitment round keep their ids. */
export const PATHWAY_LEVERS: readonly PathwayLever[] = [...STABILITY_LEVERS, ...PAYMENT_LEVERS, ...SUPPORT_LEVERS];
