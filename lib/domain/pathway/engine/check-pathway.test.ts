import { describe, expect, it } from 'vitest';
import { pathwayExample, sourced } from '@/lib/testing/pathway-example';
import { checkPathwayInput } from './check-pathway-input';
import { checkPathwayDraw, checkPathwayOption } from './check-pathway-option';
import type { PathwayInput } from './pathway-input';
import { NO_OPTION, type PathwayOption } from './pathway-option';

const input = pathwayExample(3, 8, ['general_practice', 'psychiatry']);
const { choice, rates, switches } = input;
const codes = (change: Partial<PathwayInput>): string[] =>
  checkPathwayInput({ ...input, ...change }).map(({ code }) => code);

describe('checkPathwayInput', () => {
  it('lets a complete input through', () => {
    expect(checkPathwayInput(input)).toEqual([]);
    expect(checkPathwayInput(pathwayExample(13, 15))).toEqual([]);
  });

  it.each<[string, Partial<PathwayInput>]>([
    ['unknown_region', { leavers: [{ schoolRegionCode: 'nowhere', homeRegionCode: null, people: 1 }] }],
    ['unknown_group', { posts: [{ node: 'specialty_entry', regionCode: 'XR-0', group: 'surgery', posts: 1 }] }],
    ['duplicate', { posts: [...input.posts, ...input.posts.slice(0, 1)] }],
    ['out_of_range', { rates: { ...rates, gapLeaving: sourced(1.2) } }],
    ['out_of_range', { rates: { ...rates, foundationLeaving: sourced(1) } }],
    ['out_of_range', { years: 0 }],
    ['out_of_range', { regions: input.regions.map((region) => ({ ...region, needShares: { hee: -1 } })) }],
    ['out_of_range', { leavers: input.leavers.map((flow) => ({ ...flow, people: [1, 2] })) }],
    [
      'unknown_region',
      { opening: { ...input.opening, homes: [{ regionCode: 'XR-0', homeRegionCode: 'x', share: 1 }] } },
    ],
    ['out_of_range', { choice: { ...choice, nestDissimilarity: sourced(0) } }],
    ['out_of_range', { rates: { ...rates, earlyYears: 9 } }],
    ['infeasible_capacity', { posts: input.posts.map((post) => ({ ...post, posts: -1 })) }],
    ['infeasible_capacity', { posts: input.posts.filter(({ node }) => node !== 'specialty_entry') }],
    ['missing', { regions: [] }],
    ['missing', { choice: { ...choice, attraction: choice.attraction.slice(1) } }],
    ['contradictory_switches', { switches: { ...switches, choice: 'plain' } }],
    ['contradictory_switches', { startYear: 2024 }],
    [
      'contradictory_switches',
      {
        switches: {
          ...switches,
          ceiling: 'off',
          feedbacks: { ...switches.feedbacks, supervisorCap: { traineesPerFte: 1 } },
        },
      },
    ],
  ])('refuses with %s', (code, change) => {
    expect(codes(change)).toContain(code);
  });
});

describe('checkPathwayOption', () => {
  const scope = { regionCode: 'XR-0', group: null, fromYear: 2027, toYear: 2030, leverIds: ['coaching'], intensity: 1 };
  const shift = { ...scope, node: 'specialty_entry' as const, tied: null };
  const cost = {
    ...scope,
    node: 'specialty_entry' as const,
    coverage: 1,
    perEntrantPerYearGbp: 1,
    yearsPaid: 3,
    fixedPerYearGbp: 0,
  };
  const known = new Set(['coaching']);
  const optionCodes = (change: Partial<PathwayOption>): string[] =>
    checkPathwayOption(input, { ...NO_OPTION, ...change }, known).map(({ code }) => code);

  it('lets a complete option through', () => {
    expect(optionCodes({ shifts: [shift], costs: [cost] })).toEqual([]);
    expect(optionCodes({ hazards: [{ ...shift, group: 'foundation' }] })).toEqual([]);
  });

  it.each<[string, Partial<PathwayOption>]>([
    ['unknown_region', { shifts: [{ ...shift, regionCode: 'nowhere' }] }],
    ['unknown_group', { shifts: [{ ...shift, group: 'surgery' }] }],
    ['unknown_group', { hazards: [{ ...shift, group: 'surgery' }] }],
    ['unknown_lever', { shifts: [{ ...shift, leverIds: ['magic'] }] }],
    ['intensity_out_of_range', { shifts: [{ ...shift, intensity: 1.2 }] }],
    ['out_of_range', { shifts: [{ ...shift, fromYear: 2020 }] }],
    ['negative_money', { costs: [{ ...cost, perEntrantPerYearGbp: -1 }] }],
    ['negative_money', { costs: [{ ...cost, fixedPerYearGbp: Number.NaN }] }],
    ['out_of_range', { costs: [{ ...cost, coverage: 2 }] }],
    [
      'contradictory_switches',
      {
        runThrough: [
          { group: 'general_practice', regionCode: 'XR-0', fromYear: 2027, toYear: 2030, leverIds: ['coaching'] },
        ],
      },
    ],
  ])('refuses with %s', (code, change) => {
    expect(optionCodes(change)).toContain(code);
  });

  it('refuses a draw that lacks a size or has an impossible one', () => {
    const option = { ...NO_OPTION, shifts: [shift] };
    const draw = { parameters: {}, shifts: [0.1], hazardRatios: [], careerShifts: [], careerHazardRatios: [] };
    expect(checkPathwayDraw(option, draw)).toEqual([]);
    expect(checkPathwayDraw(option, { ...draw, shifts: [] }).map(({ code }) => code)).toEqual(['missing']);
    expect(checkPathwayDraw(option, { ...draw, shifts: [Number.NaN] }).map(({ code }) => code)).toEqual([
      'out_of_range',
    ]);
  });
});
