import type { MixCharacteristic } from '@/lib/contracts/school-reach-query';
import { categoryLabel } from './count-words';

/** A group of entrants at the head of a row. */
export const groupLabel = (by: MixCharacteristic, group: string): string => {
  if (by !== 'quintile') return categoryLabel(group);
  return group === '1' || group === '5' ? `Fifth ${categoryLabel(group)}` : `Fifth ${group}`;
};
