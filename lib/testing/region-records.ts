import { createAccessToken, listAccessTokens } from '@/lib/data/access-tokens';
import { createBriefing } from '@/lib/data/briefings';
import { addNote } from '@/lib/data/notes';
import { computeRun } from '@/lib/data/scenario-runs';
import { saveAndRun } from '@/lib/data/scenarios';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { addPathwayRecords, type PathwayRecords } from './pathway-records';
import { draftWith, TYPED_NORTH_EAST } from './scenario-draft';

/** One record of each scoped kind in a region. */
export type RegionRecords = PathwayRecords & {
  areaCode: string;
  scenarioId: string;
  runId: string;
  noteId: string;
  briefingId: string;
  tokenId: string;
};

async function addNoteId(areaCode: string): Promise<string> {
  const added = await addNote(areaCode, 'A note of this region');
  if (!added.ok) throw new Error(added.message);
  return added.id;
}

async function addTokenId(): Promise<string> {
  const made = await createAccessToken({ name: 'Of a colleague', scopes: ['figures'], days: 1 });
  const [newest] = await listAccessTokens();
  if (!made.ok || !newest) throw new Error('The token was not made');
  return newest.id;
}

/** Adds them as the region's own manager: a scenario with a computed run, one of the pathway, two notes, a briefing. */
export function addRegionRecords(manager: Viewer, areaCode: string): Promise<RegionRecords> {
  return runAs(manager, async () => {
    const typed = areaCode.startsWith('XD-') ? [] : [TYPED_NORTH_EAST];
    const saved = await saveAndRun(draftWith({ areaCode, typed }));
    if (!saved.ok) throw new Error(JSON.stringify(saved.errors));
    await computeRun(saved.runId);
    await addNoteId(areaCode);
    const briefingId = await createBriefing({ areaCode, asks: [], purpose: 'information', runId: null });
    return {
      ...(await addPathwayRecords(manager, areaCode)),
      areaCode,
      scenarioId: saved.scenarioId,
      runId: saved.runId,
      noteId: await addNoteId(areaCode),
      briefingId,
      tokenId: await addTokenId(),
    };
  });
}
