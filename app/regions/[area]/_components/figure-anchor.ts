import type { FigureRef } from '@/lib/domain/indicators/figure-input';

/** Where a figure stands on its area's page. */
export const figureAnchor = ({ indicatorId, breakdown }: FigureRef): string =>
  `figure-${indicatorId}-${breakdown}`.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
