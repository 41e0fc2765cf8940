import type { PathwaySummary } from '@/lib/domain/pathway/outputs/pathway-summary';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';

/** What a run can be made again from: the same receipt, data and engine give the same numbers. */
export interface PathwayReceipt {
  /** Hash of everything that decides the numbers. */
  readonly id: string;
  readonly engineVersion: string;
  /** Hash of the calibrated baseline: whatever is loaded and published differently gives another. */
  readonly dataHash: string;
  readonly seed: number;
  readonly draws: number;
}

/** How near the first year of the baseline comes to what is loaded. Head count. */
export interface PathwayFit {
  readonly options: number;
  readonly largestResidual: number;
  readonly movementsFitted: boolean;
}

export type PathwayResult =
  | {
      readonly kind: 'modelled';
      readonly receipt: PathwayReceipt;
      readonly scenario: PathwayScenario;
      readonly regions: readonly { readonly code: string; readonly name: string }[];
      readonly summary: PathwaySummary;
      readonly fit: PathwayFit;
      /** What the baseline rests on beside files, and what has no price or study. */
      readonly notes: readonly string[];
      readonly regime: string;
    }
  | { readonly kind: 'not_loaded'; readonly missing: readonly string[] }
  | { readonly kind: 'refused'; readonly reasons: readonly { readonly code: string; readonly message: string }[] };
