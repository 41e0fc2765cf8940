import 'server-only';
import type { RecruitmentLevel, RegionRound } from '@/lib/contracts/scenario';
import type { Root } from '@/lib/domain/geography/area';
import { listAreas } from './areas';
import { getIndicator } from './figures';

const FILL_RATE = 'specialty-fill-rate';

/** Posts and accepts as loaded for a level of a country: the latest year that every loaded region has. */
export type LoadedRound = { year: number; regions: RegionRound[]; releaseIds: string[] };

export async function getLoadedRound(level: RecruitmentLevel, root: Root): Promise<LoadedRound> {
  const [{ figures }, regions] = await Promise.all([getIndicator(FILL_RATE), listAreas(['training_region'], { root })]);
  const ofLevel = figures.filter(
    (figure) => figure.breakdown === level && regions.some(({ code }) => code === figure.areaCode),
  );
  const last =
    ofLevel
      .map(({ period }) => period.end)
      .sort()
      .at(-1) ?? '';
  const latest = ofLevel.filter(({ period }) => period.end === last);
  return {
    year: Number(last.slice(0, 4)) || 0,
    releaseIds: [...new Set(latest.map(({ releaseId }) => releaseId))].sort(),
    regions: latest.flatMap(({ areaCode, areaName, numerator, denominator, period, source }) =>
      numerator === null || denominator === null
        ? []
        : [
            {
              areaCode,
              areaName,
              posts: denominator,
              accepts: numerator,
              origin: 'loaded' as const,
              basis: `${source.name}, ${period.label}`,
            },
          ],
    ),
  };
}
