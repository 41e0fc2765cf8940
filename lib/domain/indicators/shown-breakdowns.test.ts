import { expect, test } from 'vitest';
import { byImportance } from './shown-breakdowns';

test('higher training comes first of recruitment, the whole of everything else', () => {
  expect(byImportance('specialty-fill-rate', ['all', 'CT1/ST1', 'ST4', 'ST3', 'ST3'])).toEqual([
    'ST3',
    'ST4',
    'CT1/ST1',
    'all',
  ]);
  expect(byImportance('training-vacancy-rate', ['CT1', 'ST3', 'all'])).toEqual(['all', 'ST3', 'CT1']);
});

test('of staying the first year comes first; what has no place keeps its order', () => {
  expect(byImportance('retention-in-region', ['gp-5y', 'gp-1y', 'core-3y', 'foundation-1y'])).toEqual([
    'foundation-1y',
    'gp-1y',
    'gp-5y',
    'core-3y',
  ]);
});
