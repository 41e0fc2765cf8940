import type { PathwayNode } from '@/lib/domain/pathway/engine/pathway-input';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { Place } from './offer';
import type { LiveOffer, Package, Reached } from './offer-years';

/** What a shift or hazard ratio is made from in each draw. */
export interface Recipe extends Package {
  /** Whose pay a payment is read against; null: of each offer’s own node. */
  readonly node: PathwayNode | null;
  readonly group: SpecialtyGroup | null;
}

/** Whether something is offered at a place of entry. */
export const isAt = ({ offer, lever }: LiveOffer, { node, regionCode, group }: Place): boolean =>
  offer.regionCode === regionCode &&
  offer.nodes.includes(node) &&
  (group === null || offer.group === null || offer.group === group) &&
  (group === null || lever.groups === null || lever.groups.includes(group));

/** Doctors with a tie and others apart where a lever acts on the first alone. */
export const byTie = (reached: readonly Reached[]): { tied: boolean | null; reached: readonly Reached[] }[] => {
  if (!reached.some(({ lever }) => lever.onlyTied)) return [{ tied: null, reached }];
  const others = reached.filter(({ lever }) => !lever.onlyTied);
  return [{ tied: true, reached }, ...(others.length > 0 ? [{ tied: false, reached: others }] : [])];
};

export const about = (reached: readonly Reached[]) => ({
  leverIds: reached.map(({ lever }) => lever.id),
  intensity: Math.max(...reached.map(({ share }) => share)),
});

export type Planned<T> = { planned: T; recipe: Recipe };
