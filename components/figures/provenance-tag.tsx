import { Pill } from '@/components/ui/pill';
import type { Provenance } from '@/lib/domain/measure/measure';

/** Published figures carry no tag; derived ones say so in words, beside their dotted underline. */
export function ProvenanceTag({ provenance }: { provenance: Provenance }) {
  if (provenance === 'published') return null;
  if (provenance === 'derived') return <Pill tone="outline">Derived</Pill>;
  if (provenance === 'modelled') return <Pill tone="accent">Modelled</Pill>;
  return <Pill tone="caution">Demonstration</Pill>;
}

/** For the number itself. */
export const provenanceUnderline = (provenance: Provenance): string =>
  provenance === 'derived' ? 'underline decoration-dotted decoration-2 underline-offset-4' : '';
