import type { Root } from '@/lib/domain/geography/area';
import type { Place } from '@/lib/domain/levers/offers/offer';

type Area = { readonly code: string; readonly name: string; readonly root: Root };

/** What the builder of a pathway scenario starts from. */
export type PathwayForm =
  | {
      readonly kind: 'ready';
      readonly area: Area;
      /** Year of the latest recruitment that is loaded. */
      readonly startYear: number;
      /** Regions with posts that the viewer manages. */
      readonly regions: readonly { readonly code: string; readonly name: string }[];
      readonly places: readonly Place[];
      readonly seed: number;
    }
  | { readonly kind: 'not_loaded'; readonly area: Area; readonly missing: readonly string[] };
