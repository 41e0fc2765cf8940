import { describe, expect, it } from 'vitest';
import { FLOW_TABLES, findFlowTable, STAGE_SHAPES, STAGE_SHAPES_WITHOUT_SCHOOLS } from './flow-tables';
import { findShape } from './journey-shapes';

describe('tables of flows', () => {
  it('are permitted shapes; between regions, both sides are regions', () => {
    for (const { shape, level } of FLOW_TABLES) {
      const found = findShape(shape);
      expect([shape, found !== null]).toEqual([shape, true]);
      const sides = [found?.rows, found?.columns].map((axis) => axis?.endsWith('_region'));
      expect([shape, sides.every(Boolean)]).toEqual([shape, level === 'region']);
    }
  });

  it('include every stage, and a way that needs no region of school', () => {
    for (const shape of [...STAGE_SHAPES, ...STAGE_SHAPES_WITHOUT_SCHOOLS])
      expect(findFlowTable(shape)?.level).toBe('region');
    for (const shape of STAGE_SHAPES_WITHOUT_SCHOOLS) {
      const { rows, columns } = findShape(shape) ?? {};
      expect([rows, columns]).not.toContain('school_region');
    }
  });
});
