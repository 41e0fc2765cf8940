import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { area, briefing } from '@/db/schema';
import { type BriefingAsk, BriefingDocument } from '@/lib/contracts/briefing';
import { ComparedType } from '@/lib/contracts/region';
import { REGIME_2024 } from '@/lib/contracts/scenario';
import type { Viewer } from '@/lib/domain/access/access';
import { countryOf, Root } from '@/lib/domain/geography/area';
import { touchedByRound } from '@/lib/domain/reach/touched-training';
import { actingRole } from '@/lib/domain/recommendations/acting-role';
import { runJob } from '@/lib/jobs/runner';
import { briefingPdfTask } from '@/lib/jobs/task-contracts';
import type { BriefingInput, OptionInput } from '@/lib/print/briefing-input';
import { listAreas } from './areas';
import { recordAudit } from './audit';
import { type BriefingFlag, CLOSED_BRIEFING, releaseFlag, releaseFlags } from './briefing/release-flags';
import { BRIEFING_FIGURES, briefingDocument } from './briefing-content';
import { findEqualityPanel } from './equality';
import { AccessDenied, NotFound } from './errors';
import { compareAreas } from './figures';
import { getRegionReview } from './region-review';
import { computeRun, getRun } from './scenario-runs';
import { asViewer, authorise, requireViewer } from './viewer';

export type BriefingRequest = {
  areaCode: string;
  asks: readonly BriefingAsk[];
  purpose: BriefingInput['purpose'];
  /** A run of this region to print as the modelled option; only within the viewer's scope. */
  runId: string | null;
};

async function optionOf(runId: string, areaCode: string): Promise<OptionInput> {
  const run = await getRun(runId);
  if (run.areaCode !== areaCode) throw new AccessDenied('forbidden');
  const result = await computeRun(runId);
  return { receipt: run.receipt, result, levers: run.levers.levers, headline: null, regime: REGIME_2024 };
}

/** The content of a briefing as it would be frozen now. */
async function makeDocument(viewer: Viewer, request: BriefingRequest): Promise<BriefingDocument> {
  const review = await getRegionReview(request.areaCode, null);
  const type = ComparedType.safeParse(review.profile.area.type);
  if (!type.success)
    throw new NotFound(
      `There is no briefing for ${review.profile.area.name}: choose a region, a board or an authority.`,
    );
  const on = review.profile.comparedOn ?? undefined;
  const { root } = review.profile.area;
  const areas = await listAreas([type.data], { root, on });
  const comparisons = await Promise.all(
    BRIEFING_FIGURES.map(({ indicatorId, breakdown }) =>
      compareAreas({ root, type: type.data, indicatorId, breakdown, comparatorCode: countryOf(root).code, on }),
    ),
  );
  return briefingDocument({
    review,
    areas,
    comparisons,
    asks: request.asks,
    purpose: request.purpose,
    // Only these two roles may make briefings.
    role: actingRole(viewer) ?? 'commissioner',
    author: viewer.name,
    createdAt: new Date().toISOString(),
    option: request.runId === null ? null : await optionOf(request.runId, request.areaCode),
    affected:
      type.data === 'training_region'
        ? await findEqualityPanel({ country: root, ...touchedByRound(request.areaCode) })
        : null,
  });
}

/** Freezes a briefing: HTML and PDF are made from the stored document from then on. Returns its id. */
export async function createBriefing(request: BriefingRequest): Promise<string> {
  const viewer = await authorise('briefing:create', request.areaCode);
  const document = await makeDocument(viewer, request);
  return asViewer(viewer, async (tx) => {
    const [row] = await tx
      .insert(briefing)
      .values({
        areaCode: request.areaCode,
        title: document.title,
        document,
        runId: request.runId,
        createdBy: viewer.userId,
      })
      .returning({ id: briefing.id });
    if (!row) throw new AccessDenied('forbidden');
    await recordAudit(tx, viewer, {
      action: 'briefing.create',
      subject: row.id,
      detail: { areaCode: request.areaCode },
    });
    return row.id;
  });
}

export type BriefingSummary = {
  id: string;
  title: string;
  areaCode: string;
  areaName: string;
  /** Code of the country that the area lies in. */
  rootCode: string;
  createdAt: string;
  runId: string | null;
  flag: BriefingFlag;
};

/** The viewer's briefings and those of their regions, newest first. */
export async function listBriefings(): Promise<BriefingSummary[]> {
  const viewer = await authorise('briefing:read');
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({
        id: briefing.id,
        title: briefing.title,
        areaCode: area.code,
        areaName: area.name,
        root: area.root,
        createdAt: briefing.createdAt,
        runId: briefing.runId,
        releaseIds: sql<unknown>`${briefing.document} -> 'releaseIds'`,
      })
      .from(briefing)
      .innerJoin(area, eq(area.code, briefing.areaCode))
      .orderBy(desc(briefing.createdAt)),
  );
  const flags = await releaseFlags(
    viewer,
    rows.map(({ releaseIds }) => releaseIds),
  );
  return rows.map(({ root, releaseIds: _, ...row }, at) => ({
    ...row,
    // A title states a finding.
    title: flags[at] === 'closed' ? 'Closed: data withdrawn for disclosure' : row.title,
    flag: flags[at] ?? 'as_made',
    rootCode: countryOf(Root.parse(root)).code,
    createdAt: row.createdAt.toISOString(),
  }));
}

async function readBriefing(id: string) {
  const viewer = await authorise('briefing:read');
  if (!z.uuid().safeParse(id).success) throw new AccessDenied('forbidden');
  const [row] = await asViewer(viewer, (tx) =>
    tx.select({ document: briefing.document }).from(briefing).where(eq(briefing.id, id)),
  );
  if (!row) throw new AccessDenied('forbidden');
  const document = BriefingDocument.parse(row.document);
  const { flag, banners } = await releaseFlag(viewer, document.releaseIds);
  return { document: { ...document, banners }, isClosed: flag === 'closed' };
}

/** A frozen briefing, under a banner where data were withdrawn since; @throws AccessDenied where it isn't the viewer's to read, doesn't exist, or was closed for disclosure. */
export async function getBriefing(id: string): Promise<BriefingDocument> {
  const { document, isClosed } = await readBriefing(id);
  if (isClosed) throw new AccessDenied('forbidden', CLOSED_BRIEFING);
  return document;
}

/** The same for its page, which says why a briefing is closed. @throws AccessDenied as above but for that. */
export async function findBriefing(id: string): Promise<{ document: BriefingDocument } | { closed: string }> {
  const { document, isClosed } = await readBriefing(id);
  return isClosed ? { closed: CLOSED_BRIEFING } : { document };
}

/** The briefing as a tagged PDF, rendered in a worker; each download is audited. */
export async function renderBriefing(id: string): Promise<{ fileName: string; pdf: Uint8Array }> {
  const document = await getBriefing(id);
  const pdf = await runJob(briefingPdfTask, document);
  const viewer = await requireViewer();
  await asViewer(viewer, (tx) => recordAudit(tx, viewer, { action: 'briefing.download', subject: id }));
  const mark = document.root === 'demonstration' ? '-demonstration' : '';
  const slug = document.area.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { fileName: `stead-briefing-${slug}-${document.createdAt.slice(0, 10)}${mark}.pdf`, pdf };
}
