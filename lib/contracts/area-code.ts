import { z } from 'zod';
import { AreaType } from '@/lib/domain/geography/area';
import { AreaAlias } from '@/lib/domain/geography/area-alias';

/** A code that files use for an area beside the list's own, and who said so. */
export const AreaCode = AreaAlias.extend({
  areaName: z.string(),
  changedAt: z.date(),
  /** Null for what came with Stead, was proposed on the day of a planned publication, or was said at the machine's shell. */
  changedBy: z.string().nullable(),
});
export type AreaCode = z.infer<typeof AreaCode>;

/** Codes that published files have and that are of no area: what each file leaves out. */
export interface LeftOut {
  readonly importId: string;
  readonly fileName: string;
  readonly message: string;
}

/** An area that a code may be of. */
export const CodedArea = z.object({ code: z.string(), name: z.string(), type: AreaType });
export type CodedArea = z.infer<typeof CodedArea>;

export interface AreaCodes {
  readonly codes: readonly AreaCode[];
  readonly leftOut: readonly LeftOut[];
  readonly areas: readonly CodedArea[];
}

/** What an analyst says of a code: the area that it is of, or that it isn't read as any. */
export const AreaCodeDecision = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^E(?:54|40|0[6-9])\d{6}$/, 'Write a code of the Office for National Statistics, such as E54000065.'),
  areaCode: z.string().trim().min(1).max(80).nullable(),
});
export type AreaCodeDecision = z.infer<typeof AreaCodeDecision>;
