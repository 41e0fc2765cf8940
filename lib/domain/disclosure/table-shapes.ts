import { z } from 'zod';
import type { Role } from '@/lib/domain/access/access';
import type { Owner } from './insiders';

/** What people are counted by. */
export const Dimension = z.enum([
  'home_area',
  'medical_school',
  'foundation_area',
  'sex',
  'ethnic_group',
  'deprivation_quintile',
]);
export type Dimension = z.infer<typeof Dimension>;

/**
 * A table that may be made: two dimensions, the levels its rows may be shown at, who may see it, and who knows part of it
 * from their own records.
 */
export interface TableShape {
  readonly id: string;
  readonly dataset: 'home_school' | 'school_foundation' | 'intake';
  readonly rows: Dimension;
  /** Coarse to fine; the table is protected once, at the finest. */
  readonly rowLevels: readonly string[];
  readonly columns: Dimension;
  readonly roles: readonly Role[];
  /** Roles that see only the rows or columns of their own scope. */
  readonly ownScopeOnly: readonly Role[];
  readonly owners: readonly Owner[];
}

const PLANNERS = ['deanery', 'commissioner', 'analyst'] as const;

/**
 * The shapes that may be made, and no others: nothing finer than integrated care board by one characteristic, no third
 * dimension. The shapes of a dataset share their rows, so that they meet only in row totals (see `admitTable`).
 */
export const TABLE_SHAPES: readonly TableShape[] = [
  {
    id: 'home_area_by_school',
    dataset: 'home_school',
    rows: 'home_area',
    rowLevels: ['england', 'nhs_region', 'icb'],
    columns: 'medical_school',
    roles: [...PLANNERS, 'school'],
    ownScopeOnly: ['school'],
    owners: ['columns'],
  },
  {
    id: 'school_by_foundation_area',
    dataset: 'school_foundation',
    rows: 'medical_school',
    rowLevels: ['england', 'medical_school'],
    columns: 'foundation_area',
    roles: [...PLANNERS, 'school'],
    ownScopeOnly: ['school'],
    owners: ['rows', 'columns'],
  },
  ...(['sex', 'ethnic_group', 'deprivation_quintile'] as const).map(
    (columns): TableShape => ({
      id: `intake_by_${columns}`,
      dataset: 'intake',
      rows: 'medical_school',
      rowLevels: ['england', 'medical_school'],
      columns,
      roles: ['analyst', 'school'],
      ownScopeOnly: ['school'],
      owners: ['rows'],
    }),
  ),
];

export interface TableRequest {
  readonly role: Role;
  readonly dataset: string;
  readonly rows: string;
  readonly rowLevel: string;
  readonly columns: string;
  /** Dimensions that a filter narrows. */
  readonly filters: readonly string[];
  /** Whether it asks for more than the requester's own scope. */
  readonly beyondOwnScope: boolean;
}

/**
 * Why a table may not be made.
 *
 * - `unknown_shape`: these two dimensions of this dataset are not crossed
 * - `too_fine`: the rows are asked for at a level below the finest allowed
 * - `filter_outside_shape`: a filter on a third dimension would make a finer table
 * - `role_not_permitted`: not for this role
 * - `own_scope_only`: this role sees its own scope only
 */
export type ShapeRefusal =
  | 'unknown_shape'
  | 'too_fine'
  | 'filter_outside_shape'
  | 'role_not_permitted'
  | 'own_scope_only';

export type ShapeDecision =
  | { readonly kind: 'permitted'; readonly shape: TableShape }
  | { readonly kind: 'refused'; readonly reason: ShapeRefusal };

const refusalOf = (shape: TableShape, request: TableRequest): ShapeRefusal | null => {
  if (!shape.roles.includes(request.role)) return 'role_not_permitted';
  if (!shape.rowLevels.includes(request.rowLevel)) return 'too_fine';
  if (!request.filters.every((filter) => filter === shape.rows || filter === shape.columns))
    return 'filter_outside_shape';
  return request.beyondOwnScope && shape.ownScopeOnly.includes(request.role) ? 'own_scope_only' : null;
};

/** Whether a role may have a table, and which shape it is. Not the authorisation: that is `can`, which comes first. */
export const permittedShape = (request: TableRequest): ShapeDecision => {
  const shape = TABLE_SHAPES.find(
    ({ dataset, rows, columns }) => dataset === request.dataset && rows === request.rows && columns === request.columns,
  );
  if (!shape) return { kind: 'refused', reason: 'unknown_shape' };
  const reason = refusalOf(shape, request);
  return reason ? { kind: 'refused', reason } : { kind: 'permitted', shape };
};
