import 'server-only';
import { findingEvidence } from '@/lib/data/journeys/finding-evidence';
import { type PublishedStore, publishedStore } from '@/lib/data/published-store';
import { authorise } from '@/lib/data/viewer';
import { evaluateFindings } from '@/lib/domain/findings/evaluate';
import type { FindingResult } from '@/lib/domain/findings/finding';
import type { Root } from '@/lib/domain/geography/area';

export type Findings = { release: string; root: Root; findings: FindingResult[] };

/** Worked out once for a publication: the same for every reader. */
const known = new WeakMap<PublishedStore, Map<Root, Promise<Findings>>>();

async function evaluate(store: PublishedStore, root: Root): Promise<Findings> {
  const evidence = await findingEvidence(store, root);
  return { release: evidence.release, root, findings: evaluateFindings(evidence.evidence) };
}

/** Each claim that data can test, tested on what is loaded for a country. */
export async function listFindings(root: Root): Promise<Findings> {
  await authorise('figures:read');
  const store = await publishedStore();
  const found = known.get(store) ?? new Map<Root, Promise<Findings>>();
  known.set(store, found);
  const findings = found.get(root) ?? evaluate(store, root);
  found.set(root, findings);
  return findings.catch((error: unknown) => {
    found.delete(root);
    throw error;
  });
}
