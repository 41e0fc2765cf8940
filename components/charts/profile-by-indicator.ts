import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { grouped } from './spine-series';

const NONE: readonly Figure[] = [];

/** The profile with the figures of one key only: a type of area can have thousands, and each is looked up often. */
export function profileBy(profile: AreaProfile, keyOf: (figure: Figure) => string): (key: string) => AreaProfile {
  const [own, national, peers] = [profile.figures, profile.national, profile.peers].map((figures) =>
    grouped(figures, keyOf),
  );
  const made = new Map<string, AreaProfile>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const part: AreaProfile = {
      ...profile,
      figures: [...(own?.get(key) ?? NONE)],
      national: [...(national?.get(key) ?? NONE)],
      peers: [...(peers?.get(key) ?? NONE)],
    };
    made.set(key, part);
    return part;
  };
}

export const profileByIndicator = (profile: AreaProfile): ((indicatorId: string) => AreaProfile) =>
  profileBy(profile, ({ indicatorId }) => indicatorId);
