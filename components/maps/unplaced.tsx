import { AppLink } from '@/components/ui/app-link';
import type { TilePlace } from '@/lib/domain/geography/tile-layout';
import type { MapArea } from './map-rows';

type Placed = MapArea & TilePlace;

/** Areas whose place is known, and those that can only be listed. */
export function placedAreas(areas: readonly MapArea[]): { placed: Placed[]; unplaced: MapArea[] } {
  const placed = areas.flatMap((area) =>
    area.latitude === null || area.longitude === null
      ? []
      : [{ ...area, latitude: area.latitude, longitude: area.longitude }],
  );
  const codes = new Set(placed.map(({ code }) => code));
  return { placed, unplaced: areas.filter(({ code }) => !codes.has(code)) };
}

export function Unplaced({ areas }: { areas: readonly MapArea[] }) {
  if (areas.length === 0) return null;
  return (
    <div className="text-sm text-muted">
      <p>Without a place on the map:</p>
      <ul className="flex flex-wrap gap-x-4">
        {areas.map(({ code, name, href }) => (
          <li key={code}>
            <AppLink href={href} className="link">
              {name}
            </AppLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
