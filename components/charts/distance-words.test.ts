import { describe, expect, it } from 'vitest';
import type { DistanceGroup } from '@/lib/contracts/journey-views';
import { measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { bandWords, DISTANCE_WORDS, distanceAlternative, distanceGroupLabel, distanceTitle } from './distance-words';

const group = (key: string, near: number | null, school: string | null = null): DistanceGroup => ({
  key,
  school,
  people: 1000,
  withheld: 0,
  bands: [
    { label: '0-50', people: null, share: near === null ? SUPPRESSED : measured(near) },
    { label: '200+', people: null, share: near === null ? SUPPRESSED : measured(1 - near) },
  ],
});

describe('the two distances in words', () => {
  const groups = [group('all', 0.5), group('sex:F', 0.46), group('sex:M', 0.55), group('ethnicity:white', null)];

  it('always carry their name', () => {
    expect(distanceTitle(groups, DISTANCE_WORDS.home_to_foundation)).toBe(
      'Home to foundation training: 50% within 50 km of home',
    );
    expect(distanceTitle(groups, DISTANCE_WORDS.school_to_foundation)).toBe(
      'Medical school to foundation training: 50% within 50 km of medical school',
    );
  });

  it('compare groups only where both can be given', () => {
    expect(distanceAlternative(groups, DISTANCE_WORDS.school_to_foundation)).toBe(
      'Of 1,000 people whose distance from medical school is known: 50% within 50 km, 50% over 200 km. Within 50 km: women 46%, men 55%.',
    );
  });

  it('say so where no share can be given', () => {
    const none = [group('all', null)];
    expect(distanceTitle(none, DISTANCE_WORDS.home_to_foundation)).toContain('too few people');
    expect(distanceAlternative([], DISTANCE_WORDS.home_to_foundation)).toContain('can’t be given');
  });

  it('say which groups have no shares because a count is withheld', () => {
    const withheld = (of: DistanceGroup): DistanceGroup => ({ ...of, people: null, withheld: 1 });
    const one = [...groups, withheld(group('quintile:1', null))];
    expect(distanceAlternative(one, DISTANCE_WORDS.home_to_foundation)).toMatch(
      /One group has a count that is withheld, and so no shares\.$/,
    );
    const all = [withheld(group('all', null)), withheld(group('sex:F', null))];
    expect(distanceTitle(all, DISTANCE_WORDS.home_to_foundation)).toBe(
      'Home to foundation training: no shares, because a count is withheld',
    );
    expect(distanceAlternative(all, DISTANCE_WORDS.home_to_foundation)).toContain(
      '2 groups have counts that are withheld',
    );
  });

  it('name bands, groups and schools', () => {
    expect(['0-50', '50-100', '200+'].map(bandWords)).toEqual(['within 50 km', '50 to 100 km', 'over 200 km']);
    const nameOf = () => 'Leeds';
    expect(distanceGroupLabel(group('quintile:1', 1), nameOf)).toBe('Fifth 1 (most deprived)');
    expect(distanceGroupLabel(group('all', 1, 'leeds'), nameOf)).toBe('Leeds: everybody');
  });
});
