import 'server-only';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { countryOf } from '@/lib/domain/geography/area';
import { type GradientResult, gpSupplyGradient } from '@/lib/domain/indicators/gradient';
import { type HeadlineSentence, headlineSentences } from '@/lib/domain/indicators/headline-sentences';
import { type UnderDoctoredRow, underDoctoredDefinitions } from '@/lib/domain/indicators/under-doctored';
import { type Assessment, assessRecommendations } from '@/lib/domain/recommendations/applicability';
import { listRecommendations } from './evidence';
import { getAreaProfile } from './figures';

export type RegionReview = {
  profile: AreaProfile;
  headlines: HeadlineSentence[];
  gradient: GradientResult<Figure>;
  underDoctored: UnderDoctoredRow[];
  assessment: Assessment<Figure>;
};

/** A region's page and briefing from the same figures: what stands out, what might help, what is missing. */
export async function getRegionReview(code: string, comparatorCode: string | null): Promise<RegionReview> {
  const [profile, recommendations] = await Promise.all([getAreaProfile(code, comparatorCode), listRecommendations()]);
  const { area, figures, national, indicators } = profile;
  const country = countryOf(area.root).code;
  return {
    profile,
    headlines: headlineSentences({ area, figures, comparators: national, indicators }),
    gradient: gpSupplyGradient(figures),
    underDoctored: underDoctoredDefinitions({
      area,
      figures,
      comparators: national.filter(({ areaCode }) => areaCode === country),
    }),
    assessment: assessRecommendations({ recommendations, figures, comparators: national, area }),
  };
}
