import type { RecruitmentLevel, RegionRound } from '@/lib/contracts/scenario';
import type { ScenarioDraft } from '@/lib/contracts/scenario-form';
import type { Lever } from '@/lib/domain/levers/lever';

/** What the scenario form is drawn from. */
export type ScenarioFormData = {
  area: { code: string; name: string };
  regions: readonly { code: string; name: string }[];
  rounds: readonly { level: RecruitmentLevel; year: number; regions: readonly RegionRound[] }[];
  levers: readonly Lever[];
  noEffectBasis: string;
  peopleBasis: string;
  draft: ScenarioDraft;
};

/** A form name as an element id: the error summary links to it. */
export const fieldId = (field: string): string => field.replace(/[^a-zA-Z0-9-]+/g, '-');
