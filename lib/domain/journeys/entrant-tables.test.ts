import { describe, expect, it } from 'vitest';
import { isOfEntrants } from './entrant-tables';
import { JOURNEY_SHAPES } from './journey-shapes';

describe('what a school’s own intake can fill', () => {
  it('is where entrants come from, their fifth and their route: nothing that it doesn’t know', () => {
    expect(JOURNEY_SHAPES.filter((shape) => isOfEntrants(shape, {})).map(({ id }) => id)).toEqual([
      'home_by_school',
      'home_board_by_school',
      'home_region_by_school_region',
      'school_by_quintile',
      'school_by_route',
    ]);
  });

  it('is not narrowed by what it doesn’t know: nobody would be a false 0', () => {
    const [homes] = JOURNEY_SHAPES;
    if (!homes) throw new Error('No shapes');
    expect(
      [{ quintile: '1' }, { route: 'standard' }, { sex: 'F' }, { ethnicity: 'white' }].map((filter) =>
        isOfEntrants(homes, filter),
      ),
    ).toEqual([true, true, false, false]);
  });
});
