import 'server-only';
import type { JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import type { TableSource } from './table-source';

type Kind = ReturnType<TableSource['table']>['kind'];

/** Per source, which is made once for a publication. */
const known = new WeakMap<TableSource, Map<string, Kind>>();

function kindOf(source: TableSource, shape: JourneyShape): Kind {
  const shapes = known.get(source) ?? new Map<string, Kind>();
  known.set(source, shapes);
  const kind = shapes.get(shape.id) ?? source.table(shape, {}).kind;
  shapes.set(shape.id, kind);
  return kind;
}

/** The richest source that holds a shape, all years together or only by period; null where none does. */
export function sourceOfShape(
  sources: readonly TableSource[],
  shape: JourneyShape,
): { source: TableSource; hasAllYears: boolean } | null {
  const source =
    sources.find((one) => kindOf(one, shape) === 'table') ?? sources.find((one) => kindOf(one, shape) === 'refused');
  return source ? { source, hasAllYears: kindOf(source, shape) === 'table' } : null;
}
