import { z } from 'zod';
import { AreaType, Root } from '@/lib/domain/geography/area';
import { AnswerFormat, type FileFormat } from './table-file';

/** `GET /api/v1/figures`: figures of an indicator, a type of area or one area. At least one of them has to be named. */
export const FiguresQuery = z
  .strictObject({
    indicator: z.string().min(1).max(80).optional(),
    type: AreaType.optional(),
    /** With `type`: the areas as they were on this day. */
    on: z.iso.date().optional(),
    area: z.string().min(1).max(80).optional(),
    /** England unless another is asked for, or an area of another is named. */
    country: Root.optional(),
    /** `latest`: the newest period of each indicator, area and breakdown. */
    period: z.enum(['all', 'latest']).default('all'),
    format: AnswerFormat,
  })
  .refine(({ indicator, type, area }) => indicator ?? type ?? area, {
    error: 'Name an indicator, a type of area or an area.',
    path: ['indicator'],
  });
export type FiguresQuery = z.infer<typeof FiguresQuery>;

type FilesQuery = {
  indicator?: string;
  type?: AreaType;
  on?: string | undefined;
  area?: string;
  country?: Root;
  period?: 'latest';
};

/** Where files of these figures are to be had. */
export function figuresFiles(query: FilesQuery): Readonly<Record<FileFormat, string>> {
  const { on, country, ...rest } = query;
  const kept = { ...rest, ...(on ? { on } : {}), ...(country && country !== 'england' ? { country } : {}) };
  const href = (format: FileFormat) => `/api/v1/figures?${new URLSearchParams({ ...kept, format })}`;
  return { csv: href('csv'), xlsx: href('xlsx') };
}
