import 'server-only';
import { z } from 'zod';
import { RunId } from '@/lib/contracts/run-id';
import { AccessDenied } from '@/lib/data/errors';
import { selectPathwayRun, selectStoredBaseline, selectUsedReleases } from '@/lib/data/queries/scenarios';
import { asViewer } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { Root } from '@/lib/domain/geography/area';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { asStored, type CalibratedCountry, dataHashOf } from './calibrated-country';
import { type PlannedResult, planResult } from './run-result';

const StoredReceipt = z.strictObject({ id: z.string(), scenario: PathwayScenario, releaseIds: z.array(z.string()) });

/** A run as far as row-level security shows it to the viewer: authorise for its region as well. */
export async function readRun(viewer: Viewer, runId: string) {
  if (!RunId.safeParse(runId).success) throw new AccessDenied('forbidden');
  const rows = await asViewer(viewer, (tx) => selectPathwayRun(tx, runId));
  // A receipt may have been run in several scenarios: its numbers are the same in all of them.
  const row = rows.find(({ id }) => id === runId) ?? rows[0];
  if (!row?.dataHash) throw new AccessDenied('forbidden');
  const { dataHash } = row;
  return { ...row, dataHash, receipt: StoredReceipt.parse(row.receipt) };
}

export type StoredRun = Awaited<ReturnType<typeof readRun>>;

const Body = z.custom<Pick<CalibratedCountry, 'kind' | 'input' | 'movements' | 'residuals' | 'notes'>>(
  (value) => value !== null && typeof value === 'object' && 'input' in value,
);

/** The country that a run started from, as it was; not what is loaded now. */
export async function storedCountry(viewer: Viewer, { dataHash, receipt }: StoredRun): Promise<CalibratedCountry> {
  const [row] = await asViewer(viewer, (tx) => selectStoredBaseline(tx, dataHash));
  if (!row) throw new AccessDenied('forbidden');
  const body = asStored(Body.parse(row.body));
  if (dataHashOf(body) !== dataHash) throw new Error(`The stored baseline ${dataHash} was changed.`);
  return { ...body, root: Root.parse(row.root), dataHash, releaseIds: receipt.releaseIds };
}

/** The model refuses the run; the message is for its readers. */
export class RunRefused extends Error {
  override name = 'RunRefused';
}

const CLOSED =
  'A release that this run used was withdrawn for disclosure. Nothing of the run is shown; run the scenario again on what is published now.';

/** What is said of a run that used what was withdrawn for disclosure; null of any other. */
export async function closedBecause(viewer: Viewer, { receipt }: Pick<StoredRun, 'receipt'>): Promise<string | null> {
  const used = await asViewer(viewer, (tx) => selectUsedReleases(tx, receipt.releaseIds));
  return used.some(({ withdrawnFor }) => withdrawnFor === 'disclosure') ? CLOSED : null;
}

/** @throws RunRefused where a release was withdrawn for disclosure, also since the run was begun. */
export async function assertOpen(viewer: Viewer, row: StoredRun): Promise<void> {
  const why = await closedBecause(viewer, row);
  if (why !== null) throw new RunRefused(why);
}

/** A stored run, ready to be made from its receipt. */
export async function planStored(viewer: Viewer, row: StoredRun): Promise<PlannedResult> {
  const planned = planResult(row.receipt.scenario, await storedCountry(viewer, row));
  if (planned.kind === 'refused') throw new RunRefused(planned.reasons.map(({ message }) => message).join(' '));
  return planned;
}
