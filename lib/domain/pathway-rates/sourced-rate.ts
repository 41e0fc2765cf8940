import type { Reading } from '@/lib/domain/levers/evidence/evidence-row';
import type { Provenance } from '@/lib/domain/measure/measure';
import type { Sourced } from '@/lib/domain/pathway/engine/pathway-input';
import { RATE_PARAMETERS, type RateParameterId } from './rate-parameters';

/** A rate that was loaded, with where it is from. */
export interface LoadedRate {
  readonly value: number;
  readonly source: string;
  readonly provenance: Provenance;
  readonly isRegional: boolean;
}

const PROVENANCE_OF: Readonly<Record<Reading, Sourced['provenance']>> = {
  excerpt: 'published',
  secondary: 'published',
  derived: 'derived',
  // What nobody checked is no better than a judgement.
  unverified: 'assumption',
  assumption: 'assumption',
};

/** The loaded rate where there is one, else the national one of the evidence, marked as national. */
export const sourcedRate = (id: RateParameterId, loaded?: LoadedRate): Sourced => {
  if (loaded) {
    const { value, provenance, source, isRegional } = loaded;
    return { value, provenance, source, nationalOnly: !isRegional };
  }
  const { value, basis, reading, rows } = RATE_PARAMETERS[id];
  const source = rows.length > 0 ? `${basis} (${rows.join(', ')})` : basis;
  return { value, provenance: PROVENANCE_OF[reading], source, nationalOnly: true };
};
