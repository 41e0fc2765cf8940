import { CONDITIONS_ROWS } from './conditions-rows';
import type { EvidenceRow } from './evidence-row';
import { IN_KIND_ROWS } from './in-kind-rows';
import { LOCATION_ROWS } from './location-rows';
import { PAYMENT_ROWS } from './payment-rows';
import { SCALE_ROWS } from './scale-rows';
import { STABILITY_ROWS } from './stability-rows';
import { SUPPORT_ROWS } from './support-rows';

/** Everything the levers rest on, rated for a causal effect on fill or retention in England. Nothing is of high certainty. */
export const EVIDENCE_TABLE: readonly EvidenceRow[] = [
  ...SCALE_ROWS,
  ...LOCATION_ROWS,
  ...STABILITY_ROWS,
  ...CONDITIONS_ROWS,
  ...PAYMENT_ROWS,
  ...IN_KIND_ROWS,
  ...SUPPORT_ROWS,
];
