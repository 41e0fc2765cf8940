import { z } from 'zod';
import type { BoundaryDrawing } from '@/lib/domain/geography/boundary-drawing';
import type { Point } from '@/lib/domain/geography/projection';

/** As the import stores them. */
export const StoredBoundaries = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    polygons: z.array(z.array(z.array(z.array(z.number())))),
  }),
);

/** A drawing of areas with the papers of the file it was made from. */
export type BoundaryMap = {
  readonly releaseId: string;
  readonly fileName: string;
  /** ISO date of its publication in Stead. */
  readonly publishedOn: string | null;
  /** Year of the codes in words; null where the file doesn’t say. */
  readonly vintage: string | null;
  readonly licence: string;
  readonly drawing: BoundaryDrawing;
  /** NHS regions, to find one’s way among many areas. */
  readonly regions: readonly (Point & { readonly name: string })[];
};
