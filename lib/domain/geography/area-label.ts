/** `NHS Devon Integrated Care Board` → `Devon`: the words every name of the type has tell nothing apart. */
export const shortAreaName = (name: string): string =>
  name
    .replace(/^NHS\s+/, '')
    .replace(/\s+Integrated Care Board$/, '')
    .replace(/\s+ICB$/, '');

const SKIPPED = new Set(['and', 'of', 'the', 'in', 'on', 'upon', 'with', 'isles']);

/** Initials for a tile, at most four: `Yorkshire and the Humber` → `YH`; a name of one word gives its first four letters. */
export function areaInitials(name: string): string {
  const words = shortAreaName(name)
    .split(/[\s,-]+/)
    .filter((word) => word !== '' && !SKIPPED.has(word.toLowerCase()));
  if (words.length === 1) return (words[0] ?? '').slice(0, 4);
  return words
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 4);
}

/** Initials that are told apart: areas that would share them get letters from their first word. */
export function tileLabels(areas: readonly { code: string; name: string }[]): Map<string, string> {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const { code, name } of areas.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const label = candidates(name).find((candidate) => !taken.has(candidate)) ?? code.slice(-4);
    taken.add(label);
    labels.set(code, label);
  }
  return labels;
}

function candidates(name: string): string[] {
  const letters = shortAreaName(name).replace(/[^A-Za-z]/g, '');
  const initials = areaInitials(name);
  const rest = initials.slice(1);
  return [initials, ...[2, 3].map((count) => letters.slice(0, count) + rest.slice(0, 4 - count)), letters.slice(0, 4)];
}
