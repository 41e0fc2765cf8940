import { z } from 'zod';

/** Areas are compared, ranked and calibrated only within one root. */
export const Root = z.enum(['england', 'demonstration']);
export type Root = z.infer<typeof Root>;

export const AreaType = z.enum([
  'country',
  'england',
  'nhs_region',
  'icb',
  'local_authority',
  'training_region',
  'foundation_area',
  'medical_school',
]);
export type AreaType = z.infer<typeof AreaType>;

/** An area as shown: GSS code where one exists, else our own (`TR-…`, school slug, `XD-…`). */
export const Area = z.strictObject({
  code: z.string(),
  name: z.string(),
  type: AreaType,
  root: Root,
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  note: z.string().nullable(),
});
export type Area = z.infer<typeof Area>;

/** An area with its first and last day: null where none is known. */
export const DatedArea = Area.extend({ validFrom: z.iso.date().nullable(), validTo: z.iso.date().nullable() });
export type DatedArea = z.infer<typeof DatedArea>;

export const ENGLAND = 'E92000001';
export const UNITED_KINGDOM = 'K02000001';
/** The fictional country: a root of its own. */
export const ORRINMARK = 'XD-orrinmark';

type Country = {
  readonly code: string;
  readonly name: string;
  /** Within a sentence. */
  readonly inText: string;
};

/** The country of each root, and after it the larger one that it is part of. */
const COUNTRIES: Readonly<Record<Root, readonly [Country, ...Country[]]>> = {
  england: [
    { code: ENGLAND, name: 'England', inText: 'England' },
    { code: UNITED_KINGDOM, name: 'United Kingdom', inText: 'the UK' },
  ],
  demonstration: [{ code: ORRINMARK, name: 'Orrinmark', inText: 'Orrinmark' }],
};

/** What areas of a root may be compared with as a whole, nearest first. */
export const countriesOf = (root: Root): readonly Country[] => COUNTRIES[root];

export const countryOf = (root: Root): Country => COUNTRIES[root][0];

export const isCountry = (root: Root, code: string): boolean =>
  COUNTRIES[root].some((country) => country.code === code);
