import type { BriefingAsk } from '@/lib/contracts/briefing';
import type { EqualityView } from '@/lib/contracts/equality';
import type { Figure } from '@/lib/contracts/figure';
import type { RoundResult, RunReceipt } from '@/lib/contracts/scenario';
import type { CandidateMessage } from '@/lib/domain/briefing/key-messages';
import type { Area } from '@/lib/domain/geography/area';
import type { ComparisonResult } from '@/lib/domain/indicators/compare';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import type { Certainty } from '@/lib/domain/levers/lever';

export type PositionInput = {
  readonly indicator: Indicator;
  /** Shown breakdown such as `ST3`; empty for the whole. */
  readonly breakdownLabel: string;
  readonly figure: Figure;
  readonly comparator: Figure | null;
  readonly comparison: ComparisonResult;
};

/** One indicator over all areas of the type, for the map or the bars. */
export type AreaFigures = {
  readonly indicator: Indicator;
  readonly breakdownLabel: string;
  readonly periodLabel: string;
  readonly figures: readonly Figure[];
  /** Figure of the country to compare with; null where none is loaded for the same period. */
  readonly benchmark: Figure | null;
};

export type TilePlace = {
  readonly code: string;
  readonly name: string;
  /** Two to four characters, printed in the tile. */
  readonly label: string;
  readonly column: number;
  readonly row: number;
};

export type RecommendationInput = {
  readonly id: string;
  readonly group: 'measured_here' | 'applies_anywhere' | 'other_evidence';
  readonly title: string;
  readonly who: string;
  readonly strength: string;
  readonly origin: string;
  readonly whyHere: string;
  readonly inYourGift: boolean;
  /** A finding of the research programme, or our derivation from one: calls for its disclaimer. */
  readonly usesProgramme: boolean;
};

export type OptionInput = {
  readonly receipt: RunReceipt;
  readonly result: RoundResult;
  readonly levers: readonly { readonly id: string; readonly name: string; readonly certainty: Certainty }[];
  /** The result sentence as on the scenario's own page; null: composed here. */
  readonly headline: string | null;
  readonly regime: string;
};

export type BriefingInput = {
  readonly area: Area;
  readonly areaTypeLabel: string;
  /** Null: made from the first key message. */
  readonly title: string | null;
  readonly purpose: 'decision' | 'discussion' | 'information';
  readonly audience: string;
  readonly author: string;
  readonly requester: string;
  readonly createdAt: string;
  readonly dataTo: string;
  readonly asks: readonly BriefingAsk[];
  readonly messages: readonly CandidateMessage[];
  readonly position: readonly PositionInput[];
  readonly places: readonly TilePlace[];
  readonly map: AreaFigures | null;
  readonly bars: AreaFigures | null;
  readonly recommendations: readonly RecommendationInput[];
  readonly option: OptionInput | null;
  /** Who trains in the region; null for an area that is no training region. */
  readonly affected: EqualityView | null;
};
