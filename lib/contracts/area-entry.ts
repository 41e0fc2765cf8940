import { z } from 'zod';
import { DatedArea } from '@/lib/domain/geography/area';
import { Successor } from '@/lib/domain/geography/successor';

/** An area that took over another, or a part of it: `weight` is its share (0 to 1) of the residents, null where not known. */
export const AreaSuccessor = Successor.omit({ fromCode: true, toCode: true }).extend({
  code: z.string(),
  name: z.string(),
  /** Who says so; null where it isn't recorded. */
  source: z.string().nullable(),
});

/** An area with its first and last day, and what took it over; no successors where it still exists. */
export const AreaEntry = DatedArea.extend({ successors: z.array(AreaSuccessor) });
export type AreaEntry = z.infer<typeof AreaEntry>;
