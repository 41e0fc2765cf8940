import 'server-only';
import { scopesFor, type Viewer } from '@/lib/domain/access/access';
import {
  type JourneyReading,
  journeyReading,
  type WhyWithheld,
  whyWithheld,
} from '@/lib/domain/journeys/journey-audience';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { CHARACTERISTICS, type JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import { peopleBehind } from './people-behind';
import type { TableSource } from './table-source';

const rolesOf = ({ grants }: Viewer) => grants.map(({ role }) => role);

export const isNarrowed = (filter: JourneyFilter): boolean => CHARACTERISTICS.some((one) => filter[one] !== undefined);

/** The schools whose staff somebody is: what they know, whatever they ask with. A token that is for something else knows no less. */
export const schoolsKnown = ({ grants }: Viewer): string[] =>
  grants.flatMap(({ role, scope }) => (role === 'school' ? [scope] : []));

/** Schools whose own files this request may read. */
export const schoolsReadable = (viewer: Viewer): string[] => scopesFor(viewer, 'school:read');

export const readingFor = (viewer: Viewer, shape: JourneyShape, isByGroup: boolean): JourneyReading =>
  journeyReading(rolesOf(viewer), shape, isByGroup);

/** Why a table of everybody from this source isn't given, or null. */
export const whyNotGiven = (
  viewer: Viewer,
  from: TableSource,
  shape: JourneyShape,
  filter: JourneyFilter,
): WhyWithheld =>
  whyWithheld(
    { shape, isNarrowed: isNarrowed(filter), roles: rolesOf(viewer), own: schoolsKnown(viewer) },
    peopleBehind(from, shape, filter),
  );

/** Any value: which one is asked for makes no difference, because a split is withheld as a whole. */
const ANY = '';

/** What of a shape's characteristics this reader may narrow it by. */
export const characteristicsFor = (viewer: Viewer, from: TableSource, shape: JourneyShape): string[] => {
  const reading = readingFor(viewer, shape, true);
  if (reading === 'none') return [];
  return shape.characteristics.filter(
    (by) => reading === 'own' || whyNotGiven(viewer, from, shape, { [by]: ANY }) === null,
  );
};

export const WITHHELD_WORDS: Readonly<Record<NonNullable<WhyWithheld>, string>> = {
  few_schools:
    'This holds people of fewer than three schools, so it would be those schools’ own figures: their staff and analysts see them.',
  few_in_region:
    'Not narrowed to one group: a region with fewer than three medical schools would show those schools’ own figures. Everybody together can be seen.',
};
