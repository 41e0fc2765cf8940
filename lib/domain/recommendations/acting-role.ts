import type { Viewer } from '@/lib/domain/access/access';
import { countryOf, Root } from '@/lib/domain/geography/area';
import type { ActingRole } from './gift';

const isNational = (scope: string): boolean => Root.options.some((root) => countryOf(root).code === scope);

/** Whose hands a lever is in, judged for the viewer's own role; null for roles that don't act. */
export function actingRole({ grants }: Viewer): ActingRole | null {
  const has = (role: string) => grants.find((grant) => grant.role === role);
  if (has('deanery')) return 'deanery';
  if (has('school')) return 'school';
  const commissioner = has('commissioner');
  if (!commissioner) return null;
  return isNational(commissioner.scope) ? 'commissioner_national' : 'commissioner';
}
