import 'server-only';
import type { z } from 'zod';
import glossary from '@/db/seeds/published/glossary.json';
import { type EvidenceSource, type EvidenceTheme, Glossary } from '@/lib/domain/recommendations/evidence';
import type { Recommendation } from '@/lib/domain/recommendations/recommendation';
import { publishedStore } from './published-store';
import { authorise } from './viewer';

/** The recommendation register, in its own order. */
export async function listRecommendations(): Promise<readonly Recommendation[]> {
  await authorise('evidence:read');
  return (await publishedStore()).recommendations;
}

export type EvidenceLibrary = { themes: readonly EvidenceTheme[]; sources: readonly EvidenceSource[] };

export async function getEvidenceLibrary(): Promise<EvidenceLibrary> {
  await authorise('evidence:read');
  const { themes, sources } = await publishedStore();
  return { themes, sources };
}

/** Public: the field's words, which a person may need before signing in. */
export const listGlossary = (): z.infer<typeof Glossary> => Glossary.parse(glossary);
