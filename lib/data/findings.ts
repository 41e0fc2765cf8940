import 'server-only';
import { database, withPublisher } from '@/db/client';
import { findingRun } from '@/db/schema';
import { type FindingHistory, type Findings, KeptFindings } from '@/lib/contracts/findings';
import { schoolsKnown } from '@/lib/data/journeys/audience';
import { findingEvidence } from '@/lib/data/journeys/finding-evidence';
import { publishedState } from '@/lib/data/journeys/published-state';
import { tableSources } from '@/lib/data/journeys/table-source';
import { type PublishedStore, publishedStore } from '@/lib/data/published-store';
import { type FindingKey, selectFindingRun, selectFindingRuns } from '@/lib/data/queries/findings';
import { asViewer, authorise } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { cardsOnDay } from '@/lib/domain/findings/cards-on-day';
import { evaluateFindings, withoutJourneys } from '@/lib/domain/findings/evaluate';
import { FINDING_IDS, type FindingResult } from '@/lib/domain/findings/finding';
import { earlierFindings } from '@/lib/domain/findings/finding-history';
import type { Root } from '@/lib/domain/geography/area';
import { LEAST_PEOPLE } from '@/lib/domain/journeys/schools-held';
import { isOfFew } from '@/lib/domain/journeys/schools-of-part';
import { today } from './clock';

/** Changed when the same data would give other cards: they are then worked out again. */
const FINDINGS_VERSION = 'findings-8';
/** Their counts were sums of unprotected cells, with all digits: not shown beside the published tables. */
const FROM_TRUE_SUMS: ReadonlySet<string> = new Set([
  'findings-1',
  'findings-2',
  'findings-3',
  'findings-4',
  'findings-5',
]);

/** Worked out once for a publication: the same for every reader. */
const known = new WeakMap<PublishedStore, Map<Root, Promise<Findings>>>();

/** Worked out and kept, or what was kept of the same state of what is published, in this process or another. */
async function evaluate(
  viewer: Viewer,
  store: PublishedStore,
  root: Root,
): Promise<Omit<Findings, 'findings'> & { findings: FindingResult[] }> {
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

/** The cards of a country, the same for everybody. */
async function findingsOf(viewer: Viewer, root: Root): Promise<Findings> {
  const store = await publishedStore();
  const found = known.get(store) ?? new Map<Root, Promise<Findings>>();
  known.set(store, found);
  const day = today();
  const findings =
    found.get(root) ??
    evaluate(viewer, store, root).then((kept) => ({ ...kept, findings: cardsOnDay(kept.findings, day) }));
  found.set(root, findings);
  return findings.catch((error: unknown) => {
    found.delete(root);
    throw error;
  });
}

const OF_THE_REST =
  'cards of all schools, which would tell you of the one or two schools besides your own: they aren’t shown to staff of so many of the schools that are loaded';

/** Whether what is left of the cards, without a reader's own schools, is one school's. */
async function isOfTheRest(viewer: Viewer, root: Root): Promise<boolean> {
  const own = schoolsKnown(viewer);
  if (own.length < 2) return false;
  const sources = await tableSources(root);
  return sources.some(({ schools }) => isOfFew(new Map(schools.map((school) => [school, LEAST_PEOPLE])), own));
}

/** Each claim that data can test, tested on what is loaded for a country; kept after each publication. */
export async function listFindings(root: Root): Promise<Findings> {
  const viewer = await authorise('figures:read');
  const all = await findingsOf(viewer, root);
  return (await isOfTheRest(viewer, root)) ? { ...all, findings: withoutJourneys(all.findings, OF_THE_REST) } : all;
}

/** What each card said after earlier publications, where it said something else. */
export async function getFindingHistory(root: Root): Promise<FindingHistory> {
  const viewer = await authorise('figures:read');
  // Worked out first, so that the newest run is what is shown.
  await findingsOf(viewer, root);
  const kept = await asViewer(viewer, (tx) => selectFindingRuns(tx, root));
  const rows = (await isOfTheRest(viewer, root)) ? [] : kept.filter(({ version }) => !FROM_TRUE_SUMS.has(version));
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
