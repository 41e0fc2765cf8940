import type { RecruitmentLevel, RegionRound } from '@/lib/contracts/scenario';
import type { ScenarioDraft } from '@/lib/contracts/scenario-form';
import type { Root } from '@/lib/domain/geography/area';
import type { Lever } from '@/lib/domain/levers/lever';

/** What the scenario form is drawn from. */
export type ScenarioFormData = {
  area: { code: string; name: string; root: Root };
  regions: readonly { code: string; name: string }[];
  rounds: readonly { level: RecruitmentLevel; year: number; regions: readonly RegionRound[] }[];
  levers: readonly Lever[];
  noEffectBasis: string;
  peopleBasis: string;
  draft: ScenarioDraft;
  /** What a new scenario is called before its level. */
  nameStem: string;
};

/** A form name as an element id: the error summary links to it. */
export const fieldId = (field: string): string => field.replace(/[^a-zA-Z0-9-]+/g, '-');

/** The published cost; empty where there is none, because 0 would be a figure. */
export const suggestedCost = ({ costPerPlacePerYearGbp }: Lever): string =>
  costPerPlacePerYearGbp > 0 ? String(costPerPlacePerYearGbp) : '';
