import type { QualityEntry } from '@/lib/contracts/quality';

/** The flags of one kind on one indicator, or in the rows of one release. */
export type QualityGroup = {
  readonly key: string;
  readonly first: QualityEntry;
  readonly flags: readonly QualityEntry[];
};

/** Entries by indicator or release, country and kind, in their order. */
export function toQualityGroups(entries: readonly QualityEntry[]): QualityGroup[] {
  const groups = new Map<string, { first: QualityEntry; flags: QualityEntry[] }>();
  for (const entry of entries) {
    const key = [entry.root, entry.indicatorId ?? entry.releaseId, entry.check, entry.severity, entry.rule].join(' ');
    const group = groups.get(key);
    if (group) group.flags.push(entry);
    else groups.set(key, { first: entry, flags: [entry] });
  }
  return [...groups].map(([key, { first, flags }]) => ({ key, first, flags }));
}

type Option = { value: string; label: string };

/** What can be chosen, each once and by name. */
export const optionsOf = (
  entries: readonly QualityEntry[],
  toOption: (entry: QualityEntry) => Option,
): readonly Option[] =>
  [...new Map(entries.map((entry) => [toOption(entry).value, toOption(entry)])).values()].toSorted((a, b) =>
    a.label.localeCompare(b.label, 'en-GB'),
  );
