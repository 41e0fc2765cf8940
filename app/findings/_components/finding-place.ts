import { countryHref } from '@/lib/contracts/country-query';
import { journeysHref } from '@/lib/contracts/journeys-query';
import { regionsHref } from '@/lib/contracts/regions-query';
import type { FindingId } from '@/lib/domain/findings/finding';
import type { Root } from '@/lib/domain/geography/area';

type Place = { readonly href: string; readonly text: string };

const pair = (country: Root, type: 'icb' | 'training_region', x: string, y: string): Place => ({
  href: regionsHref({ country, type, view: 'association', x, y }),
  text: 'The two figures, area by area',
});
const schools = (country: Root): Place => ({ href: countryHref('/schools', country), text: 'School by school' });
const jobs = (country: Root, more = ''): Place => {
  const href = countryHref('/journeys/jobs', country);
  return {
    href: more === '' ? href : `${href}${href.includes('?') ? '&' : '?'}${more}`,
    text: 'Each group in each job',
  };
};

/** The screen that shows what a card is about. */
export function findingPlace(id: FindingId, country: Root): Place {
  switch (id) {
    case 'A1-1.2':
      return pair(country, 'icb', 'need-index-core', 'gp-fte-per-10k');
    case 'A1-1.3':
      return pair(country, 'training_region', 'imd-score', 'training-vacancy-rate');
    case 'A1-1.6':
      return pair(country, 'training_region', 'imd-score', 'retention-in-region.foundation-1y');
    case 'A1-1.10':
      return jobs(country);
    case 'A2-2.11':
      return jobs(country, 'across=career_type');
    case 'A1-1.11':
      return {
        href: journeysHref({ country, table: 'specialty_region_by_career_region' }),
        text: 'Specialty training to career post',
      };
    case 'A2-2.8':
      return { href: journeysHref({ country }), text: 'Medical school to foundation training' };
    case 'A2-2.9':
      return { href: journeysHref({ country, view: 'distances' }), text: 'Two distances, by group' };
    case 'A2-2.10':
      return { href: journeysHref({ country, view: 'capital' }), text: 'The capital region' };
    case 'A2-2.3':
    case 'A2-2.4':
    case 'A2-2.5':
    case 'A2-2.6':
    case 'A2-2.7':
    case 'A2-2.12':
      return schools(country);
  }
}
