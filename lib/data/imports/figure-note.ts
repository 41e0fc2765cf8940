import type { ImportNote } from '@/lib/contracts/import';
import type { ImportFlag } from '@/lib/import/import-report';

/** Rules of notes about figures all begin so: they are written again whenever the figures are made again. */
const PREFIXES = ['figures_', 'quality_'];

/**
 * `missing`: figures wait for another file. `not_joined`: a file of another vintage is there, and is not used. `kept`: rows
 * are kept and no indicator is made of them. `partial`: some areas get no figure. `merged`: sums are made with rows of other releases too. `method`: how they are made. `codes`: codes that are not in the list of areas, and how
 * they are read.
 */
export type FigureNoteKind = 'missing' | 'not_joined' | 'kept' | 'partial' | 'method' | 'merged' | 'codes';

export type FigureNote = ImportNote & { readonly rule: `figures_${FigureNoteKind}` };

export const figureNote = (kind: FigureNoteKind, message: string, detail = ''): FigureNote => ({
  rule: `figures_${kind}`,
  detail,
  count: 1,
  at: [],
  message,
});

/** The notes that are not about figures, then the new ones that are. */
export const withFigureNotes = (notes: readonly ImportFlag[], figures: readonly ImportFlag[]): ImportFlag[] => [
  ...notes.filter(({ rule }) => !PREFIXES.some((prefix) => rule.startsWith(prefix))),
  ...figures,
];
