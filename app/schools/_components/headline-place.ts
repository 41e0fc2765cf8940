import type { SchoolReach } from '@/lib/contracts/school-reach';
import { type SchoolQuery, schoolHref } from '@/lib/contracts/school-reach-query';

type Part = SchoolReach['headlines'][number]['part'];

const PLACES: Readonly<Record<Part, { view: SchoolQuery['view']; anchor: string; linkText: string }>> = {
  cold: { view: 'reach', anchor: 'cold-spots', linkText: 'See the list' },
  home: { view: 'reach', anchor: 'distance', linkText: 'See the distances' },
  who: { view: 'who', anchor: 'quintile', linkText: 'See all fifths' },
  destinations: { view: 'destinations', anchor: 'foundation', linkText: 'See the areas' },
};

/** The part of a school's page that a sentence comes from. */
export function headlinePlace(code: string, part: Part, period?: string): { href: string; linkText: string } {
  const { view, anchor, linkText } = PLACES[part];
  return { href: `${schoolHref(code, { view, period })}#${anchor}`, linkText };
}
