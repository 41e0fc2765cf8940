import { z } from 'zod';
import { AreaType, Root } from '@/lib/domain/geography/area';
import { AnswerFormat } from './table-file';

/** For addresses that take no query but the format of the answer. */
export const FormatQuery = z.strictObject({ format: AnswerFormat });

export const AreasQuery = FormatQuery.extend({ type: AreaType, country: Root.default('england') });
