import { describe, expect, test } from 'vitest';
import { Role } from '@/lib/domain/access/access';
import { permittedShape, TABLE_SHAPES, type TableRequest } from './table-shapes';

const request: TableRequest = {
  role: 'deanery',
  dataset: 'home_school',
  rows: 'home_area',
  rowLevel: 'icb',
  columns: 'medical_school',
  filters: [],
  beyondOwnScope: true,
};
const reasonFor = (over: Partial<TableRequest>) => {
  const decision = permittedShape({ ...request, ...over });
  return decision.kind === 'refused' ? decision.reason : decision.kind;
};

describe('permittedShape', () => {
  test('permits the listed shapes to their roles, filtered by their own dimensions', () => {
    expect(reasonFor({})).toBe('permitted');
    expect(reasonFor({ filters: ['home_area', 'medical_school'] })).toBe('permitted');
    expect(reasonFor({ role: 'school', beyondOwnScope: false })).toBe('permitted');
  });

  test('refuses all else, with the reason', () => {
    expect(reasonFor({ columns: 'sex' })).toBe('unknown_shape');
    expect(reasonFor({ dataset: 'interviews' })).toBe('unknown_shape');
    expect(reasonFor({ rowLevel: 'local_authority' })).toBe('too_fine');
    expect(reasonFor({ filters: ['sex'] })).toBe('filter_outside_shape');
    expect(reasonFor({ role: 'admin' })).toBe('role_not_permitted');
    expect(reasonFor({ role: 'school' })).toBe('own_scope_only');
  });

  test('gives the administrator, who reads no figures of people, nothing', () => {
    for (const shape of TABLE_SHAPES) expect(shape.roles.filter((role) => role === 'admin')).toEqual([]);
    expect(Role.options).toContain('admin');
  });

  test('the shapes of one dataset share their rows, so that they meet only in row totals', () => {
    const pairs = new Set(TABLE_SHAPES.map(({ dataset, rows }) => `${dataset} by ${rows}`));
    expect(pairs.size).toBe(new Set(TABLE_SHAPES.map(({ dataset }) => dataset)).size);
  });
});
