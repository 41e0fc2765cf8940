import type { ImportFault } from '@/lib/contracts/import';
import { datedPlacesWords } from '@/lib/import/dated-places';
import type { PlacesFound } from './read-file';

type Told = { readonly errorTotal: number; readonly reject: string | null };
type Refused = { readonly reject: string; readonly errors: readonly ImportFault[]; readonly errorTotal: number };

/** Codes in no list are not repeated: of a file about single people one may be a name in the wrong column. */
const wordsOf = ({ unknownPlaces, wrongKinds, datedPlaces }: PlacesFound): string => {
  const other = 'The file names areas that are in no list, or are of a kind that their column does not take.';
  return [
    ...(unknownPlaces.length + wrongKinds.length > 0 ? [other] : []),
    ...(datedPlaces.length > 0 ? [datedPlacesWords(datedPlaces)] : []),
  ].join(' ');
};

/** Why a file is refused for its places where the second reading met them in no row: a refusal without a word can't be mended. */
export function unsaidPlaces({ errorTotal, reject }: Told, places: PlacesFound): Refused | null {
  if (errorTotal > 0 || reject !== null) return null;
  const message = wordsOf(places);
  return { reject: message, errors: [{ row: null, column: '', value: '', rule: 'refused', message }], errorTotal: 1 };
}
