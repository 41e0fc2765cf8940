import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { FittedModel, JOURNEY_MODELS } from '@/lib/domain/journey-models/fitted-model';

/** What the same numbers can be made from again; `data` is a hash of all that went into the fit. */
export const FitReceipt = z.strictObject({
  id: z.string(),
  model: z.enum(JOURNEY_MODELS),
  root: Root,
  release: z.string(),
  version: z.string(),
  data: z.string(),
});
export type FitReceipt = z.infer<typeof FitReceipt>;

/** A fit that is kept. */
export const KeptFit = z.strictObject({
  fitted: FittedModel,
  receipt: FitReceipt,
  fittedAt: z.iso.datetime(),
  /** Of the schools and areas in it, by code. */
  names: z.record(z.string(), z.string()),
  /** False where something was published since: another fit may give other numbers. */
  isCurrent: z.boolean(),
});
export type KeptFit = z.infer<typeof KeptFit>;

/** The address of the screen of models. */
export const ModelsQuery = z.strictObject({
  country: Root.default('england'),
  model: z.enum(JOURNEY_MODELS).default('entrants'),
});
export type ModelsQuery = z.infer<typeof ModelsQuery>;
