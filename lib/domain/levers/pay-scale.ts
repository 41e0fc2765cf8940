import type { PathwayNode } from '@/lib/domain/pathway/engine/pathway-input';

/**
 * Basic pay of resident doctors in England, 2025/26, £ a year: F1 38,831, F2 44,439, CT1–2 and ST1–2
 * 52,656, ST3–5 65,048, ST6–8 73,992. Source: HCSA and DHSC pay scales 2025/26. Basic pay only:
 * 28–33 % of earnings come on top and no lever is measured against them.
 */
export const BASIC_PAY_YEAR = '2025/26';

export const BASIC_PAY_SOURCE = 'HCSA and DHSC pay scales 2025/26, basic pay';

const BASIC_PAY_GBP = { 'CT1/ST1': 52_656, ST3: 65_048, ST4: 65_048 } as const;

export type PayLevel = keyof typeof BASIC_PAY_GBP;

/** Basic pay at entry to a recruitment level, £ a year. Turns £ into % of pay. */
export const basicPayGbp = (level: PayLevel): number => BASIC_PAY_GBP[level];

/**
 * Mean basic pay over GP specialty training years 1–3, £ a year: (52,656 × 2 + 65,048) ÷ 3. The
 * scale against which the £20,000 scheme for GP trainees is read at 2025/26 pay.
 */
export const GP_TRAINING_MEAN_BASIC_PAY_GBP = 56_787;

const BASIC_PAY_AT_NODE_GBP: Readonly<Record<PathwayNode, number>> = {
  foundation: 38_831,
  specialty_entry: 52_656,
  higher_entry: 65_048,
};

/** Basic pay that a payment on entry is read against, £ a year; GP training as the mean over its three years. */
export const basicPayAtNodeGbp = (node: PathwayNode, isGeneralPractice: boolean): number =>
  node === 'specialty_entry' && isGeneralPractice ? GP_TRAINING_MEAN_BASIC_PAY_GBP : BASIC_PAY_AT_NODE_GBP[node];
