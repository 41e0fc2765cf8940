import type { BoundaryShape } from '@/lib/domain/geography/boundary-drawing';
import type { MapRow } from './map-rows';

type BoundaryGapsProps = {
  /** Areas of the list that the file has no boundary of. */
  areas: readonly MapRow[];
  /** Boundaries of areas that are not in the list. */
  others: readonly BoundaryShape[];
};

/** What the boundary file and the list of areas don’t have in common. */
export function BoundaryGaps({ areas, others }: BoundaryGapsProps) {
  if (areas.length === 0 && others.length === 0) return null;
  const withFigure = areas.filter(({ state }) => state.kind === 'class').length;
  return (
    <div className="flex flex-col gap-1 text-sm text-muted">
      {areas.length > 0 ? (
        <>
          <p>{`Not on the map, because the boundary file doesn’t have them (${areas.length}, ${withFigure} of them with a figure):`}</p>
          <ul className="flex flex-wrap gap-x-4">
            {areas.map(({ code, name, href }) => (
              <li key={code}>
                <a href={href} className="link">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {others.length > 0 ? (
        <p>{`In the boundary file but not in this list, drawn dashed and without a figure: ${others.map(({ name, code }) => name || code).join(', ')}.`}</p>
      ) : null}
    </div>
  );
}
