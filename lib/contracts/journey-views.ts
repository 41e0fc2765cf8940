import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { FLOW_STEPS } from '@/lib/domain/journeys/flow-tables';
import { CLOCKS } from '@/lib/domain/journeys/journey-places';
import { Measure } from '@/lib/domain/measure/measure';
import { JourneySource, JourneyTableView } from './journeys';

/** A table as its reader may see it, or why not. */
export const JourneyAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('table'), view: JourneyTableView }),
  z.strictObject({ kind: z.literal('not_permitted') }),
  z.strictObject({ kind: z.literal('withheld'), reason: z.string() }),
  z.strictObject({ kind: z.literal('not_loaded'), reason: z.string() }),
]);
export type JourneyAnswer = z.infer<typeof JourneyAnswer>;

const PeriodChoice = z.strictObject({ clock: z.enum(CLOCKS), label: z.string() });

/** A table of flows for the list of choices. `none`: this reader may not see it. */
export const FlowChoice = z.strictObject({
  shape: z.string(),
  step: z.enum(FLOW_STEPS),
  level: z.enum(['region', 'place']),
  reading: z.enum(['all', 'own', 'none']),
  /** Null: not loaded. */
  source: JourneySource.nullable(),
  isLoaded: z.boolean(),
  /** False where the periods of the source share years: one has to be chosen. */
  hasAllYears: z.boolean(),
  characteristics: z.array(z.string()),
  periods: z.array(PeriodChoice),
});
export type FlowChoice = z.infer<typeof FlowChoice>;

export const JourneyRegion = z.strictObject({
  code: z.string(),
  name: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});
export type JourneyRegion = z.infer<typeof JourneyRegion>;

/** What there is to choose from, and between which regions. */
export const JourneyGuide = z.strictObject({
  country: Root,
  tables: z.array(FlowChoice),
  /** Richest that is loaded; null: none. */
  source: JourneySource.nullable(),
  /** North to south. */
  regions: z.array(JourneyRegion),
  capital: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
  /** The reader’s own training regions, and that of their school, and their schools in this country. */
  ownRegions: z.array(z.string()),
  ownSchools: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** Whose tables of one school are shown; null for a reader without a school here. */
  ownSchool: z.string().nullable(),
});
export type JourneyGuide = z.infer<typeof JourneyGuide>;

const BandShare = z.strictObject({ label: z.string(), people: z.number().nullable(), share: Measure });

/** How far one group went, by bands. */
export const DistanceGroup = z.strictObject({
  /** `all`, or a characteristic with its value. */
  key: z.string(),
  /** Code of one school, or null: all schools together. */
  school: z.string().nullable(),
  /** People whose distance is known; null where too few are, or where a count is withheld: then there are no shares either. */
  people: z.number().nullable(),
  bands: z.array(BandShare),
  withheld: z.number(),
});
export type DistanceGroup = z.infer<typeof DistanceGroup>;

export const DistanceStepView = z.strictObject({
  step: z.enum(['home_to_foundation', 'school_to_foundation']),
  groups: z.array(DistanceGroup),
});
export type DistanceStepView = z.infer<typeof DistanceStepView>;

export const DistanceView = z.strictObject({
  source: JourneySource.nullable(),
  periods: z.array(PeriodChoice),
  steps: z.array(DistanceStepView),
  /** Groups of all schools are left out: with so few schools they would be one school's own. */
  isGroupsWithheld: z.boolean(),
});
export type DistanceView = z.infer<typeof DistanceView>;

/** Foundation places of a region in a year; null: not loaded for one of its foundation areas. */
export const FoundationPlaces = z.strictObject({
  region: z.string(),
  annualPlaces: z.number().nullable(),
  periodLabel: z.string().nullable(),
  releaseId: z.string().nullable(),
});
export type FoundationPlaces = z.infer<typeof FoundationPlaces>;

/** A region's own version: who trains there, and where they go. */
export const RegionJourneys = z.strictObject({
  region: JourneyRegion,
  country: Root,
  settlementAtFoundation: JourneyAnswer,
  settlementAtSpecialty: JourneyAnswer,
  homes: JourneyAnswer,
  schools: JourneyAnswer,
  next: JourneyAnswer,
  careers: JourneyAnswer,
});
export type RegionJourneys = z.infer<typeof RegionJourneys>;
