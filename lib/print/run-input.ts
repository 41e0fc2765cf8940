import type { EqualityView } from '@/lib/contracts/equality';
import type { UsedRelease } from '@/lib/contracts/pathway-records';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';

export type RunBriefingInput = {
  readonly result: PathwayModelled;
  /** What has become of the releases that it used. */
  readonly releases: readonly UsedRelease[];
  /** As its reader may see it; null where nothing is offered. */
  readonly affected: EqualityView | null;
  /** The region it is read for where nothing is offered. */
  readonly areaCode: string;
};

/** The region that a run is read for: the first that something is offered in. */
export const readFor = ({ result, areaCode }: RunBriefingInput): { code: string; name: string } => {
  const code = result.scenario.offers[0]?.regionCode ?? areaCode;
  return { code, name: result.regions.find((region) => region.code === code)?.name ?? code };
};
