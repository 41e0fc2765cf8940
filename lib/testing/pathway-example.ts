import type { GroupProgramme, PathwayInput, PathwayRegion, Sourced } from '@/lib/domain/pathway/engine/pathway-input';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import { SPECIALTY_GROUPS, type SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';

export const sourced = (value: number): Sourced => ({ value, provenance: 'assumption', source: 'invented for tests' });

/** Nominal years: core (null = run-through), then to CCT; share of all specialty posts. */
const SHAPES: Readonly<Record<SpecialtyGroup, readonly [number | null, number, number]>> = {
  general_practice: [null, 3, 0.4],
  medicine: [3, 4, 0.17],
  surgery: [2, 6, 0.08],
  psychiatry: [3, 3, 0.07],
  paediatrics: [null, 7, 0.06],
  obstetrics_gynaecology: [null, 7, 0.04],
  anaesthetics_emergency: [3, 4, 0.1],
  diagnostics_other: [null, 5, 0.08],
};

const programme = (group: SpecialtyGroup): GroupProgramme => ({
  group,
  career: group === 'general_practice' ? 'gp' : 'consultant',
  coreYears: SHAPES[group][0],
  finalYears: SHAPES[group][1],
  dilation: sourced(1.15),
  annualAttrition: sourced(0.031),
  ltftShare: sourced(0.3),
});

const OPENING_SHARE_OF_POSTS = 0.93;

/** An invented country of any size: what the engine takes in, with round and plausible numbers. */
export const pathwayExample = (
  size = 4,
  years = 15,
  groups: readonly SpecialtyGroup[] = SPECIALTY_GROUPS,
): PathwayInput => {
  const next = seededGenerator(`pathway-example/${size}`);
  const f1Posts = Array.from({ length: size }, () => Math.round(250 + 900 * next()));
  const total = f1Posts.reduce((sum, posts) => sum + posts, 0);
  const regions = f1Posts.map(
    (posts, i): PathwayRegion => ({
      code: `XR-${i}`,
      name: `Region ${i}`,
      population: posts * 6_000,
      needShares: { hee: (posts / total) * (0.9 + 0.2 * next()), imd: posts / total },
      deprivationSteps: 1 + 2 * next(),
      latitude: 50.5 + 4.5 * next(),
      longitude: -4 + 4.5 * next(),
    }),
  );
  const programmes = groups.map(programme);
  const weightOfGroups = groups.reduce((sum, group) => sum + SHAPES[group][2], 0);
  const entryPosts = (region: number, group: SpecialtyGroup): number =>
    Math.round((f1Posts[region] ?? 0) * 0.95 * (SHAPES[group][2] / weightOfGroups) * (0.85 + 0.3 * next()));
  const each = <T>(make: (code: string, region: number, group: SpecialtyGroup) => T): T[] =>
    groups.flatMap((group) => regions.map(({ code }, region) => make(code, region, group)));
  const entry = each((regionCode, region, group) => ({ regionCode, group, posts: entryPosts(region, group) }));
  const uncoupled = new Set(groups.filter((group) => SHAPES[group][0] !== null));
  const higher = entry
    .filter(({ group }) => uncoupled.has(group))
    .map((post) => ({ ...post, posts: Math.round(post.posts * (0.85 + 0.3 * next())) }));
  const pull = (posts: number, per: number): number => Math.log(Math.max(posts, 1) / per) + 0.6 * (next() - 0.5);
  return {
    regions,
    programmes,
    startYear: 2026,
    years,
    leavers: regions.flatMap((region, i) => [
      { schoolRegionCode: region.code, homeRegionCode: region.code, people: (f1Posts[i] ?? 0) * 0.4 },
      {
        schoolRegionCode: region.code,
        homeRegionCode: regions[(i + 1) % size]?.code ?? null,
        people: (f1Posts[i] ?? 0) * 0.35,
      },
      { schoolRegionCode: region.code, homeRegionCode: null, people: (f1Posts[i] ?? 0) * 0.22 },
    ]),
    opening: {
      foundation: regions.flatMap(({ code }, i) => [
        { regionCode: code, year: 1 as const, people: (f1Posts[i] ?? 0) * 0.97 },
        { regionCode: code, year: 2 as const, people: (f1Posts[i] ?? 0) * 0.95 },
      ]),
      gap: regions.flatMap(({ code }, i) =>
        ([1, 2, 3] as const).map((age) => ({ regionCode: code, age, people: (f1Posts[i] ?? 0) * (0.8 / age) })),
      ),
      training: [
        ...entry.flatMap(({ regionCode, group, posts }) => {
          const [core, final] = SHAPES[group];
          return Array.from({ length: core ?? final }, (_, year) => ({
            group,
            part: core === null ? ('final' as const) : ('core' as const),
            year: year + 1,
            regionCode,
            people: posts * OPENING_SHARE_OF_POSTS * 0.97 ** year,
          }));
        }),
        ...higher.flatMap(({ regionCode, group, posts }) =>
          Array.from({ length: SHAPES[group][1] }, (_, year) => ({
            group,
            part: 'final' as const,
            year: year + 1,
            regionCode,
            people: posts * 0.85 * 0.97 ** year,
          })),
        ),
      ],
      higherPool: higher.map(({ regionCode, group, posts }) => ({ group, regionCode, people: posts * 0.3 })),
      careers: regions.flatMap(({ code }, i) => [
        { kind: 'consultant' as const, regionCode: code, people: (f1Posts[i] ?? 0) * 6, fte: (f1Posts[i] ?? 0) * 5.6 },
        { kind: 'gp' as const, regionCode: code, people: (f1Posts[i] ?? 0) * 4, fte: (f1Posts[i] ?? 0) * 3 },
      ]),
      settling: regions.map(({ code }, i) => ({
        kind: 'gp' as const,
        regionCode: code,
        people: (f1Posts[i] ?? 0) * 0.2,
      })),
      left: total,
    },
    posts: [
      ...regions.map(({ code }, i) => ({
        node: 'foundation' as const,
        regionCode: code,
        group: null,
        posts: f1Posts[i] ?? 0,
      })),
      ...entry.map((post) => ({ node: 'specialty_entry' as const, ...post })),
      ...higher.map((post) => ({ node: 'higher_entry' as const, ...post })),
    ],
    externals: [
      { node: 'specialty_entry', group: null, people: total * 1.2, prioritisedShare: sourced(0.3) },
      ...[...uncoupled].map((group) => ({
        node: 'higher_entry' as const,
        group,
        people: total * 0.15 * SHAPES[group][2],
        prioritisedShare: sourced(0.5),
      })),
    ],
    choice: {
      attraction: [
        ...regions.map(({ code }, i) => ({
          node: 'foundation' as const,
          regionCode: code,
          group: null,
          utility: 3 + pull(f1Posts[i] ?? 0, 400),
        })),
        ...entry.map(({ regionCode, group, posts }) => ({
          node: 'specialty_entry' as const,
          regionCode,
          group,
          utility: pull(posts, total / 1.2),
        })),
        ...higher.map(({ regionCode, group, posts }) => ({
          node: 'higher_entry' as const,
          regionCode,
          group,
          utility: pull(posts, (total * SHAPES[group][2]) / 1.5),
        })),
      ],
      careerAttraction: regions.flatMap(({ code }, i) =>
        (['consultant', 'gp'] as const).map((kind) => ({
          kind,
          regionCode: code,
          utility: pull(f1Posts[i] ?? 0, total / 8),
        })),
      ),
      stayConstant: sourced(1.3),
      distancePer100Km: sourced(-0.35),
      homeConstant: sourced(0.5),
      deprivationPerStep: sourced(-0.07),
      tieFactor: sourced(1.5),
      nestDissimilarity: sourced(0.7),
      stayPerYear: sourced(0.29),
      movementsFitted: false,
    },
    rates: {
      tieShare: sourced(0.2),
      foundationLeaving: sourced(0.015),
      applying: { f2: sourced(0.6), gap1: sourced(0.75), gap2: sourced(0.6), gap3: sourced(0.3) },
      gapLeaving: sourced(0.1),
      higherPoolLeaving: sourced(0.25),
      returning: sourced(0.05),
      earlyHazardRatio: sourced(1.5),
      earlyYears: 2,
      ltftFte: sourced(0.7),
      ltftHazardRatio: sourced(1),
      deprivationHazardRatio: sourced(1.09),
      settling: { consultant: [sourced(0.73), sourced(0.6)], gp: [sourced(0.475), sourced(0.28)] },
      careerLeaving: { consultant: sourced(0.047), gp: sourced(0.055) },
      fteOnJoining: { consultant: sourced(0.93), gp: sourced(0.67) },
    },
    switches: {
      choice: 'nested',
      regime: 'after_act',
      stayConstant: 'causal',
      ceiling: 'on',
      feedbacks: NO_FEEDBACKS,
    },
  };
};
