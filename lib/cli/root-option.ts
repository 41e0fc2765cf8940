import { countryOf, Root } from '@/lib/domain/geography/area';

/** A country by its root's name or its code (`--root XD-orrinmark`); England where none is given, null for none that there is. */
export function rootOption(given: string | undefined): Root | null {
  if (given === undefined) return 'england';
  return Root.options.find((root) => root === given || countryOf(root).code === given) ?? null;
}
