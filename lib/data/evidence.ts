import 'server-only';
import type { z } from 'zod';
import glossary from '@/db/seeds/published/glossary.json';
import { EvidenceSource, EvidenceTheme, Glossary } from '@/lib/domain/recommendations/evidence';
import { Recommendation } from '@/lib/domain/recommendations/recommendation';
import { selectEvidenceSources, selectRecommendations, selectThemes } from './queries/evidence';
import { asViewer, authorise } from './viewer';

/** The recommendation register, in its own order. */
export async function listRecommendations(): Promise<Recommendation[]> {
  const viewer = await authorise('evidence:read');
  const rows = await asViewer(viewer, selectRecommendations);
  return rows.map(({ body }) => Recommendation.parse(body));
}

export type EvidenceLibrary = { themes: EvidenceTheme[]; sources: EvidenceSource[] };

export async function getEvidenceLibrary(): Promise<EvidenceLibrary> {
  const viewer = await authorise('evidence:read');
  return asViewer(viewer, async (tx) => ({
    themes: (await selectThemes(tx)).map(({ body }) => EvidenceTheme.parse(body)),
    sources: (await selectEvidenceSources(tx)).map(({ body }) => EvidenceSource.parse(body)),
  }));
}

/** Public: the field's words, which a person may need before signing in. */
export const listGlossary = (): z.infer<typeof Glossary> => Glossary.parse(glossary);
