import { ofArea } from '@/components/charts/chart-papers';
import { unitText } from '@/components/charts/value-format';
import type { Figure } from '@/lib/contracts/figure';
import type { Indicator } from '@/lib/domain/indicators/indicator';

/** Unit, time, source and release of a series' charts: those of its last figure. */
export const seriesPapers = ({ unit }: Indicator, first: Figure, last: Figure) => ({
  of: [ofArea({ code: last.areaCode, name: last.areaName })],
  unit: unitText(unit),
  period: `${first.period.label} to ${last.period.label}`,
  source: last.source,
  releaseId: last.releaseId,
});
