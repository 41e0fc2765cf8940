import type { Reading } from '@/lib/domain/levers/evidence/evidence-row';

/** What is known of one transition of the pathway: to calibrate to, to check against, or to show. All of it is national. */
export interface StageTransition {
  readonly code: string;
  readonly name: string;
  readonly figures: string;
  /** Series behind it, by year or horizon, in `unit`. */
  readonly series: readonly { readonly at: string; readonly value: number }[];
  readonly unit: string;
  readonly source: string;
  readonly reading: Reading;
  readonly use: 'rate' | 'calibration' | 'validation' | 'context';
  readonly caveat: string;
}
