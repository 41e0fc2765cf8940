import { z } from 'zod';

/** How much of a source was read: a figure from an abstract is not a figure from the paper. */
export const ReadState = z.enum(['in_full', 'excerpt', 'abstract', 'secondary', 'description']);
export type ReadState = z.infer<typeof ReadState>;

export const EvidenceSource = z.strictObject({
  id: z.string().regex(/^S\d+b?$/),
  citation: z.string(),
  url: z.url().nullable(),
  read: ReadState,
  /** What the read state leaves out; empty when nothing needs saying. */
  readNote: z.string(),
  /** True for the programme's own summaries and papers: the disclaimer goes with them. */
  programme: z.boolean(),
});
export type EvidenceSource = z.infer<typeof EvidenceSource>;

export const EvidenceSources = z.array(EvidenceSource);

/** An interview theme in our own words: no quotation, no share of doctors. */
export const EvidenceTheme = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: z.string(),
  summary: z.string(),
  sourceIds: z.array(z.string()).min(1),
  dashboardUse: z.string(),
});
export type EvidenceTheme = z.infer<typeof EvidenceTheme>;

export const EvidenceThemes = z.array(EvidenceTheme);

export const GlossaryEntry = z.strictObject({
  term: z.string(),
  definition: z.string(),
  /** Other terms of the glossary, by their exact name. */
  see: z.array(z.string()),
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

export const Glossary = z.array(GlossaryEntry);
