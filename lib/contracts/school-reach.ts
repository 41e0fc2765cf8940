import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';
import { CLOCKS } from '@/lib/domain/journeys/journey-places';
import { Measure, Provenance } from '@/lib/domain/measure/measure';
import { JourneySource } from './journeys';
import { MixCharacteristic } from './school-reach-query';

const Named = z.strictObject({ code: z.string(), name: z.string() });

/** What a block rests on. */
export const ReachPapers = z.strictObject({
  source: JourneySource,
  /** Which table of journeys it was worked out from. */
  table: z.string(),
  /** `2016 to 2020`, or `all years`. */
  period: z.string(),
  /** Whether the years are those of entry to the school or to foundation training. */
  clock: z.enum(CLOCKS),
  provenance: Provenance,
});
export type ReachPapers = z.infer<typeof ReachPapers>;

/**
 * Why a block isn't there. `not_loaded`: no source holds it; `not_yours`: it is for others; `not_possible`: what is loaded
 * doesn't suffice, or has been withheld.
 */
export const ReachAbsence = z.strictObject({
  kind: z.literal('absent'),
  reason: z.enum(['not_loaded', 'not_yours', 'not_possible']),
  words: z.string(),
});
export type ReachAbsence = z.infer<typeof ReachAbsence>;

const block = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('given'), papers: ReachPapers, ...shape }),
    ReachAbsence,
  ]);

const HomeAuthority = z.strictObject({
  ...Named.shape,
  region: Named.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  distanceKm: z.number().nullable(),
  /** People aged 16 to 17. */
  aged16To17: z.number().nullable(),
  entrants: Measure,
  /** Entrants for each 10,000 people aged 16 to 17. */
  per10000: Measure,
});

/** `share`: 0 to 1 of all entrants. `ratio`: share ÷ share of people aged 16 to 17; 1 is in proportion. */
const LocalShare = z.strictObject({ share: Measure, populationShare: z.number().nullable(), ratio: Measure });

const HomeReach = block({
  /** The paper that the people aged 16 to 17 of the authorities are from; null where none is loaded. */
  youngSource: z.string().nullable(),
  authorities: z.array(HomeAuthority),
  entrants: Measure,
  bands: z.array(
    z.strictObject({
      fromKm: z.number().nullable(),
      toKm: z.number().nullable(),
      share: Measure,
      per10000: Measure,
    }),
  ),
  meanKm: Measure,
  medianKm: Measure,
  /** Within 50 km. */
  nearby: LocalShare,
  /** Null where the school's region isn't known. */
  ownRegion: LocalShare.nullable(),
});
export type HomeReach = z.infer<typeof HomeReach>;

export const ColdSpotRow = z.strictObject({
  ...Named.shape,
  entrants: Measure,
  aged16To17: z.number().nullable(),
  distanceKm: z.number().nullable(),
  expected: z.number().nullable(),
  /** Observed ÷ expected. */
  ratio: Measure,
  shortfall: z.number().nullable(),
  verdict: z.enum(['cold', 'not_cold', 'too_small', 'not_known']),
});
export type ColdSpotRow = z.infer<typeof ColdSpotRow>;

const ColdSpots = block({
  /** Cold ones first, largest shortfall first. */
  areas: z.array(ColdSpotRow),
  distanceSlope: Measure,
  overdispersion: z.number(),
  /** `all`: deprivation isn't loaded, so that all spread counts as noise. */
  spread: z.enum(['beside_deprivation', 'all']),
  judged: z.number(),
  coldByChance: z.number(),
});
export type ColdSpots = z.infer<typeof ColdSpots>;

export const Representations = block({
  /** Name of the population that shares are compared with, with its year. */
  base: z.string(),
  /** The paper that it is from; null where it isn't loaded. */
  baseSource: z.string().nullable(),
  groups: z.array(
    z.strictObject({
      group: z.string(),
      label: z.string(),
      people: Measure,
      share: Measure,
      baseShare: z.number().nullable(),
      ratio: Measure,
      reading: z.enum(['under', 'over', 'not_told_apart']).nullable(),
    }),
  ),
  unknown: Measure,
});
export type Representations = z.infer<typeof Representations>;

const Gradient = block({
  /** Slope index of representation over the fifths, least deprived end less most deprived end. */
  own: Measure,
  base: z.string(),
  baseSource: z.string().nullable(),
  /** Of the other schools together, to one decimal; null where there are fewer than five. */
  others: z
    .strictObject({ schools: z.number(), lowerQuartile: z.number(), median: z.number(), upperQuartile: z.number() })
    .nullable(),
});
export type Gradient = z.infer<typeof Gradient>;

const DestinationRow = z.strictObject({ ...Named.shape, people: Measure, share: Measure });
const destinations = {
  /** Most first; with `left` and `unknown` the shares add up to 1. */
  areas: z.array(DestinationRow),
  /** Left before they came to the stage; null where the source doesn’t say. */
  left: z.strictObject({ people: Measure, share: Measure }).nullable(),
  unknown: Measure,
  /** Still on the way: not part of the whole. */
  notReached: Measure,
};

const FoundationDestinations = block({
  ...destinations,
  footprint: z.strictObject({
    wanted: z.number(),
    areas: z.array(Named),
    held: z.number().nullable(),
    unknownAreas: z.number(),
  }),
  /** Share of each area's new foundation doctors who come from the school. Withheld where the rest would be one other school's; none with fewer than three schools loaded. */
  dependence: z.array(z.strictObject({ ...Named.shape, share: Measure })),
});
export type FoundationDestinations = z.infer<typeof FoundationDestinations>;

const CareerDestinations = block(destinations);
export type CareerDestinations = z.infer<typeof CareerDestinations>;

const Settlement = block({
  /** In the order in which they are read; the shares add up to 1. */
  classes: z.array(z.strictObject({ class: z.string(), label: z.string(), share: Measure })),
  notReached: Measure,
});
export type Settlement = z.infer<typeof Settlement>;

const IntakeMix = block({
  by: MixCharacteristic,
  /** `todayPct`: of graduates whose group is known. */
  groups: z.array(z.strictObject({ group: z.string(), label: z.string(), todayPct: z.number() })),
  /** % of each group, as asked; empty where nothing was asked. */
  askedPct: z.array(z.number().nullable()),
  /** Why what was asked can't be worked out; null where it can, or nothing was asked. */
  problem: z.string().nullable(),
  /** What destinations are told by. `settlement`: how graduates came to the region of their training, because a count of an area is withheld. */
  destinationsBy: z.enum(['area', 'settlement']),
  destinations: z.array(z.strictObject({ ...Named.shape, today: Measure, asked: Measure, change: Measure })),
  caution: z.string(),
});
export type IntakeMix = z.infer<typeof IntakeMix>;

/** What the models of entrants say of the school, a sentence to a model, in the words of association and without figures. */
const SchoolInWords = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('given'),
    sentences: z.array(z.string()),
    caveat: z.string(),
    /** Which cohort they are fitted to. */
    data: z.string(),
    /** Whether slopes are drawn towards the average of the schools: not with few schools. */
    isDrawn: z.boolean(),
  }),
  ReachAbsence,
]);
export type SchoolInWords = z.infer<typeof SchoolInWords>;

/** A sentence of the head of the page, and the part that it comes from. */
const Headline = z.strictObject({ text: z.string(), part: z.enum(['home', 'cold', 'who', 'destinations']) });

/** Where a medical school recruits and where its graduates go, as its reader may see it. */
export const SchoolReach = z.strictObject({
  school: Named,
  root: Root,
  /** Training region that it lies in. */
  region: Named.nullable(),
  /** `all`: the school's cross-tabs too; `flows`: where people come from and go; `none`: nothing beyond published figures. */
  reading: z.enum(['all', 'flows', 'none']),
  /** Entry years to choose from. */
  periods: z.array(z.string()),
  period: z.string().nullable(),
  headlines: z.array(Headline),
  home: HomeReach,
  cold: ColdSpots,
  who: z.strictObject({ quintile: Representations, sex: Representations, ethnicity: Representations }),
  gradient: Gradient,
  inWords: SchoolInWords,
  foundation: FoundationDestinations,
  careers: CareerDestinations,
  settlement: z.strictObject({ foundation: Settlement, career: Settlement }),
  mix: IntakeMix,
});
export type SchoolReach = z.infer<typeof SchoolReach>;

/** The list of cold spots, for programs and files. */
export const ColdSpotsAnswer = z.strictObject({ school: Named, root: Root, cold: ColdSpots });
export type ColdSpotsAnswer = z.infer<typeof ColdSpotsAnswer>;
