import { z } from 'zod';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { entrantsInput, foundationInput, type ModelPlaces, returnCells, shareInput } from './from-journeys';
import type { JourneyModelName } from './journey-model';
import type { ReturnCell } from './return-model';

const Numbers = z.array(z.number()).readonly();
const Rows = z.array(Numbers).readonly();
const Distances = z.array(z.array(z.number().nullable()).readonly()).readonly();

const ReachPlaces = z.strictObject({
  authorities: z
    .array(
      z.strictObject({
        code: z.string(),
        aged16To17: z.number().nullable(),
        residents: z.number().nullish(),
        deprivationScore: z.number().nullable(),
        nonWhitePct: z.number().nullable(),
      }),
    )
    .readonly(),
  schools: z.array(z.strictObject({ code: z.string(), name: z.string(), founded: z.number().nullable() })).readonly(),
  distancesKm: Distances,
});

const FoundationInput = z.strictObject({
  schools: z.array(z.strictObject({ code: z.string(), region: z.string() })).readonly(),
  areas: z
    .array(z.strictObject({ code: z.string(), region: z.string(), annualPlaces: z.number().nullable() }))
    .readonly(),
  distancesKm: Distances,
  capitalRegion: z.string().nullable(),
  groups: z
    .array(
      z.strictObject({
        school: z.number(),
        isFemale: z.boolean().nullable(),
        isNonWhite: z.boolean().nullable(),
        graduates: Numbers,
      }),
    )
    .readonly(),
});

const Returns = z
  .array(
    z.strictObject({
      homeRegion: z.string(),
      isFemale: z.boolean(),
      isNonWhite: z.boolean(),
      fifth: z.number(),
      returned: z.number(),
      away: z.number(),
    }),
  )
  .readonly();

const Ranges = z.array(z.strictObject({ low: Numbers, high: z.array(z.number().nullable()).readonly() })).readonly();
const SchoolRanges = z.array(Ranges).readonly();
const ShareRanges = ReachPlaces.extend({ ofGroup: SchoolRanges, rest: SchoolRanges });
const FoundationRanges = FoundationInput.extend({ ranges: SchoolRanges });
const roundedTo = z.number();

/** The same of rounded tables: the ranges behind their counts. */
const RoundedRequest = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('entrants'), roundedTo, input: ReachPlaces.extend({ entrants: SchoolRanges }) }),
  z.strictObject({ model: z.literal('female_share'), roundedTo, input: ShareRanges }),
  z.strictObject({ model: z.literal('non_white_share'), roundedTo, input: ShareRanges }),
  z.strictObject({
    model: z.literal('foundation'),
    roundedTo,
    input: z.strictObject({ bySex: FoundationRanges, byEthnicity: FoundationRanges }),
  }),
]);
export type RoundedRequest = z.infer<typeof RoundedRequest>;

/** Everything that goes into a fit, as it passes to the thread that fits. Of a cohort, true counts: it is hashed, never kept or shown. */
const CohortRequest = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('entrants'), input: ReachPlaces.extend({ entrants: Rows }) }),
  z.strictObject({ model: z.literal('female_share'), input: ReachPlaces.extend({ ofGroup: Rows, known: Rows }) }),
  z.strictObject({ model: z.literal('non_white_share'), input: ReachPlaces.extend({ ofGroup: Rows, known: Rows }) }),
  z.strictObject({ model: z.literal('foundation'), input: FoundationInput }),
  z.strictObject({ model: z.literal('return_home'), input: Returns }),
]);

export const FitRequest = z.union([CohortRequest, RoundedRequest]);
export type FitRequest = z.infer<typeof FitRequest>;

const keyOf = ({ homeRegion, isFemale, isNonWhite, fifth }: ReturnCell): string =>
  `${homeRegion} ${fifth} ${Number(isFemale)}${Number(isNonWhite)}`;

/** In one order, however the cohort was read: the same people give the same hash. */
const inOrder = (cells: readonly ReturnCell[]): ReturnCell[] =>
  cells.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));

export const fitRequest = (
  model: JourneyModelName,
  store: JourneyStore,
  places: ModelPlaces,
): z.infer<typeof CohortRequest> => {
  switch (model) {
    case 'entrants':
      return { model, input: entrantsInput(store, places) };
    case 'female_share':
      return { model, input: shareInput(store, places, 'female') };
    case 'non_white_share':
      return { model, input: shareInput(store, places, 'non_white') };
    case 'foundation':
      return { model, input: foundationInput(store, places) };
    case 'return_home':
      return { model, input: inOrder(returnCells(store, places)) };
  }
};
