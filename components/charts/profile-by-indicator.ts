import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { grouped } from './spine-series';

const NONE: readonly Figure[] = [];

/** The profile with the figures of one indicator only: a type of area can have thousands, and each is looked up often. */
export function profileByIndicator(profile: AreaProfile): (indicatorId: string) => AreaProfile {
  const [own, national, peers] = [profile.figures, profile.national, profile.peers].map((figures) =>
    grouped(figures, ({ indicatorId }) => indicatorId),
  );
  return (id) => ({
    ...profile,
    figures: [...(own?.get(id) ?? NONE)],
    national: [...(national?.get(id) ?? NONE)],
    peers: [...(peers?.get(id) ?? NONE)],
  });
}
