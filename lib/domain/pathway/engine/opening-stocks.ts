import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { CareerKind } from './pathway-input';

/**
 * Doctors at the start, head count. `regionCode` null = elsewhere. Homes of a region's doctors: `homes` where loaded, else
 * in proportion to new doctors' homes and the draw of the region on each.
 */
export interface OpeningStocks {
  readonly foundation: readonly { regionCode: string; year: 1 | 2; people: number }[];
  /** Doctors between F2 and specialty training, by years since F2; 3 = three or more. */
  readonly gap: readonly { regionCode: string | null; age: 1 | 2 | 3; people: number }[];
  /** `part`: core training, or the part that ends in CCT (higher training, run-through). `year`: years done of that part by the first August. */
  readonly training: readonly {
    group: SpecialtyGroup;
    part: 'core' | 'final';
    year: number;
    regionCode: string;
    people: number;
  }[];
  /** Completed core training, no ST3/ST4 post yet. */
  readonly higherPool: readonly { group: SpecialtyGroup; regionCode: string; people: number }[];
  readonly careers: readonly { kind: CareerKind; regionCode: string; people: number; fte: number }[];
  /** CCT holders without a post. */
  readonly settling: readonly { kind: CareerKind; regionCode: string; people: number }[];
  readonly left: number;
  readonly homes?: readonly { regionCode: string; homeRegionCode: string | null; share: number }[];
}
