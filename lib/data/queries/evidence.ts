import { asc } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { evidenceSource, evidenceTheme, recommendation } from '@/db/schema';

export const selectRecommendations = (db: Executor) =>
  db.select({ body: recommendation.body }).from(recommendation).orderBy(asc(recommendation.sort));

export const selectThemes = (db: Executor) =>
  db.select({ body: evidenceTheme.body }).from(evidenceTheme).orderBy(asc(evidenceTheme.sort));

export const selectEvidenceSources = (db: Executor) =>
  db.select({ body: evidenceSource.body }).from(evidenceSource).orderBy(asc(evidenceSource.sort));
