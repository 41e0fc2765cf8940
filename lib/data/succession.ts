import type { Succession } from '@/lib/contracts/region';
import type { PublishedStore } from './published-store';

const unique = (texts: readonly (string | null)[]): string[] => [
  ...new Set(texts.flatMap((text) => (text === null ? [] : [text]))),
];

/** What an area was made from and went into, or null where it never changed. */
export function successionOf(store: PublishedStore, code: string): Succession | null {
  const before = store.successors.filter(({ toCode }) => toCode === code);
  const after = store.successors.filter(({ fromCode }) => fromCode === code);
  if (before.length === 0 && after.length === 0) return null;
  const name = (other: string): string => store.areaByCode.get(other)?.name ?? other;
  const shortName = (id: string): string => store.indicators.find((entry) => entry.id === id)?.shortName ?? id;
  const area = store.areaByCode.get(code);
  return {
    validFrom: area?.validFrom ?? null,
    validTo: area?.validTo ?? null,
    madeFrom: before.map(({ fromCode, weight }) => ({ code: fromCode, name: name(fromCode), weight })),
    wentInto: after.map(({ toCode, weight }) => ({ code: toCode, name: name(toCode), weight })),
    sources: unique([...before, ...after].map(({ sourceName }) => sourceName)),
    basis: unique([...before, ...after].map(({ basis }) => basis)),
    notRebased: unique((store.notRebasedByArea.get(code) ?? []).map(({ indicatorId }) => shortName(indicatorId))),
  };
}
