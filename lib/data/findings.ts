import 'server-only';
import { database, withPublisher } from '@/db/client';
import { findingRun } from '@/db/schema';
import { type FindingHistory, type Findings, KeptFindings } from '@/lib/contracts/findings';
import { findingEvidence } from '@/lib/data/journeys/finding-evidence';
import { publishedState } from '@/lib/data/journeys/published-state';
import { type PublishedStore, publishedStore } from '@/lib/data/published-store';
import { type FindingKey, selectFindingRun, selectFindingRuns } from '@/lib/data/queries/findings';
import { asViewer, authorise } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { evaluateFindings } from '@/lib/domain/findings/evaluate';
import { FINDING_IDS } from '@/lib/domain/findings/finding';
import { earlierFindings } from '@/lib/domain/findings/finding-history';
import type { Root } from '@/lib/domain/geography/area';

/** Changed when the same data would give other cards: they are then worked out again. */
const FINDINGS_VERSION = 'findings-4';

/** Worked out once for a publication: the same for every reader. */
const known = new WeakMap<PublishedStore, Map<Root, Promise<Findings>>>();

/** Worked out and kept, or what was kept of the same state of what is published, in this process or another. */
async function evaluate(viewer: Viewer, store: PublishedStore, root: Root): Promise<Findings> {
  const key: FindingKey = { root, data: publishedState(store), version: FINDINGS_VERSION };
  const [kept] = await asViewer(viewer, (tx) => selectFindingRun(tx, key));
  if (kept) return { release: kept.release, root, findings: KeptFindings.parse(kept.results) };
  const { evidence, release } = await findingEvidence(store, root);
  const findings = evaluateFindings(evidence);
  await withPublisher(await database(), (tx) =>
    tx
      .insert(findingRun)
      .values({ ...key, release, results: findings })
      .onConflictDoNothing(),
  );
  return { release, root, findings };
}

/** Each claim that data can test, tested on what is loaded for a country; kept after each publication. */
export async function listFindings(root: Root): Promise<Findings> {
  const viewer = await authorise('figures:read');
  const store = await publishedStore();
  const found = known.get(store) ?? new Map<Root, Promise<Findings>>();
  known.set(store, found);
  const findings = found.get(root) ?? evaluate(viewer, store, root);
  found.set(root, findings);
  return findings.catch((error: unknown) => {
    found.delete(root);
    throw error;
  });
}

/** What each card said after earlier publications, where it said something else. */
export async function getFindingHistory(root: Root): Promise<FindingHistory> {
  const viewer = await authorise('figures:read');
  // Worked out first, so that the newest run is what is shown.
  await listFindings(root);
  const rows = await asViewer(viewer, (tx) => selectFindingRuns(tx, root));
  const runs = rows.map(({ release, version, results, computedAt }) => ({
    computedAt: computedAt.toISOString(),
    release,
    version,
    findings: KeptFindings.parse(results),
  }));
  return {
    since: runs.at(-1)?.computedAt ?? null,
    earlier: new Map(FINDING_IDS.map((id) => [id, earlierFindings(runs, id)])),
  };
}
