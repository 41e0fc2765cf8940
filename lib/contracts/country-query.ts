import { z } from 'zod';
import { Root } from '@/lib/domain/geography/area';

/** The address of a list whose only choice is the country. */
export const CountryQuery = z.strictObject({ country: Root.default('england') });

/** The list as it is for a country. */
export const countryHref = (path: string, root: Root): string =>
  root === 'england' ? path : `${path}?country=${root}`;
