import type { KeptFit } from '@/lib/contracts/journey-fit';
import type { Root } from '@/lib/domain/geography/area';
import type { Provenance } from '@/lib/domain/measure/measure';

const provenanceOf = (root: Root): Provenance => (root === 'demonstration' ? 'demonstration' : 'modelled');

/** What every drawing of a fit rests on. */
export const fitPapers = ({ receipt: { id, release, root, version } }: KeptFit) => ({
  period: 'All years of the cohort',
  source: { name: `Cohort, modelled (${version}, receipt ${id})`, publisher: 'Stead' },
  releaseId: release,
  provenance: provenanceOf(root),
});
