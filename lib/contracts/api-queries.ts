import { z } from 'zod';
import { AreaType, Root } from '@/lib/domain/geography/area';
import { AnswerFormat } from './table-file';

/** For addresses that take no query but the format of the answer. */
export const FormatQuery = z.strictObject({ format: AnswerFormat });

/** `on`: the areas that existed on this day; else those that figures are about. Files have those of all times. */
export const AreasQuery = FormatQuery.extend({
  type: AreaType,
  country: Root.default('england'),
  on: z.iso.date().optional(),
});
