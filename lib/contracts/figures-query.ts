import { z } from 'zod';
import { AreaType } from '@/lib/domain/geography/area';

/** `GET /api/v1/figures`: all figures of an indicator, of one type of area or one area. */
export const FiguresQuery = z.strictObject({
  indicator: z.string().min(1).max(80),
  type: AreaType.optional(),
  /** With `type`: the areas as they were on this day. */
  on: z.iso.date().optional(),
  area: z.string().max(80).optional(),
  format: z.enum(['json', 'csv']).default('json'),
});
export type FiguresQuery = z.infer<typeof FiguresQuery>;
