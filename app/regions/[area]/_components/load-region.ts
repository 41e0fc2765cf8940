import { notFound, redirect } from 'next/navigation';
import { forPage } from '@/app/_adapters/page';
import type { AreaProfile } from '@/lib/contracts/region';
import { comparatorYear, type RegionQuery, regionHref } from '@/lib/contracts/regions-query';
import { earlierYears } from '@/lib/domain/indicators/comparator';

/** What the address asks to be compared with: an area's code, or a year of the area itself. */
export const comparatorCodeOf = ({ compare }: RegionQuery): string | null =>
  comparatorYear(compare ?? '') === null ? (compare ?? null) : null;

/** The data of a view; a school leads nowhere, and an unknown comparator is dropped from the address. */
export async function loadRegion<Found extends { profile: AreaProfile }>(
  code: string,
  query: RegionQuery,
  read: () => Promise<Found>,
): Promise<Found> {
  const found = await forPage(read);
  const { profile } = found;
  if (profile.area.type === 'medical_school') notFound();
  const year = comparatorYear(query.compare ?? '');
  const isKnown =
    year === null ? query.compare === profile.comparatorCode : earlierYears(profile.figures).includes(year);
  if (query.compare !== undefined && !isKnown) redirect(regionHref(code, { ...query, compare: undefined }));
  return year === null ? found : { ...found, profile: { ...profile, comparatorYear: year } };
}
