import { z } from 'zod';
import { Reading } from '@/lib/domain/levers/evidence/evidence-row';
import { Certainty, Distribution } from './lever';

/** A number that levers or stages of the pathway rest on, with its spread and its papers. */
export const PathwayParameter = z.strictObject({
  name: z.string(),
  unit: z.string(),
  distribution: Distribution,
  basis: z.string(),
  reading: Reading,
  certainty: Certainty,
  /** Rows of the evidence table. */
  rows: z.array(z.string()).readonly(),
  /** A willingness to accept from choice experiments of 2013 to 2017: the switch on preferences scales it. */
  statedPreference: z.boolean(),
});
export type PathwayParameter = z.infer<typeof PathwayParameter>;
