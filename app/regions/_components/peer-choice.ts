import type { Figure } from '@/lib/contracts/figure';
import { peerCodes } from '@/lib/contracts/regions-query';
import type { Area } from '@/lib/domain/geography/area';
import { contextVariables } from '@/lib/domain/indicators/context-variables';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { type SimilarAreas, similarAreas, variablesFor } from '@/lib/domain/indicators/similar-areas';
import { listInWords } from '@/lib/format/words';

/** The areas that an area is compared with beside its comparator: similar ones, or those that the reader chose. */
export type PeerChoice = {
  kind: 'similar' | 'chosen';
  /** `Your peers` or `Similar areas`: labels columns, bands and exports. */
  label: string;
  /** Who they are, for a chosen list; empty for similar areas, which can differ by indicator. */
  names: string;
  /** Chosen codes; empty where none were chosen. */
  codes: readonly string[];
  /** Codes for one indicator: it never chooses the areas that it is compared with itself. */
  codesFor: (indicatorId: string) => readonly string[];
  /** Nearest areas by all context variables, whatever is compared. */
  nearest: (count: number) => SimilarAreas;
};

/** As many as are listed. */
export const SHOWN_SIMILAR = 5;

/** As many similar areas as the band of a row holds. */
const SIMILAR_COUNT = 5;

type PeerChoiceInput = {
  code: string;
  areas: readonly Area[];
  /** Of all areas of the type: context variables are read from them. */
  figures: readonly Figure[];
  indicators: readonly Indicator[];
  peers: string;
};

export function choosePeers({ code, areas, figures, indicators, peers }: PeerChoiceInput): PeerChoice {
  const areaCodes = areas.map((area) => area.code);
  const variables = contextVariables(figures, indicators);
  const find = (outcomeId: string | undefined, count: number) =>
    similarAreas({ code, areaCodes, variables, outcomeId, count });
  const nearest = (count: number) => find(undefined, count);
  const codes = peerCodes(peers).filter((peer) => peer !== code && areaCodes.includes(peer));
  if (codes.length > 0) {
    const names = listInWords(areas.filter((area) => codes.includes(area.code)).map(({ name }) => name));
    return { kind: 'chosen', label: 'Your peers', names, codes, codesFor: () => codes, nearest };
  }
  // Most indicators leave all variables in, so that few answers serve them all.
  const known = new Map<string, readonly string[]>();
  const codesFor = (indicatorId: string): readonly string[] => {
    const key = variablesFor(indicatorId, variables)
      .map(({ id }) => id)
      .join(' ');
    const codesKnown = known.get(key);
    if (codesKnown) return codesKnown;
    const similar = find(indicatorId, SIMILAR_COUNT);
    const found = similar.kind === 'similar' ? similar.areas.map((area) => area.code) : [];
    known.set(key, found);
    return found;
  };
  return { kind: 'similar', label: 'Similar areas', names: '', codes: [], codesFor, nearest };
}
