import { compileOption } from '@/lib/domain/pathway/engine/compiled-option';
import { compilePathway } from '@/lib/domain/pathway/engine/compiled-pathway';
import { inKernel } from '@/lib/domain/pathway/engine/kernel/engine-memory';
import type { PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';
import { NO_OPTION } from '@/lib/domain/pathway/engine/pathway-option';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import { runPathway } from '@/lib/domain/pathway/engine/run-pathway';
import { focusCell, type RecordFocus } from '@/lib/domain/pathway/engine/run-record';
import { runState } from '@/lib/domain/pathway/engine/run-state';
import { type CountryBaseline, countryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import { type RoundTotals, roundTotals } from '@/lib/domain/pathway-baseline/node-posts';
import { drawRates } from '@/lib/domain/pathway-rates/draw-rates';
import { pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import type { OriginRequest } from './history';
import { regimeOf } from './regime';

type Calibrated = Extract<CountryBaseline, { kind: 'calibrated' }>;

/** A programme of a region in a later year: what was offered and taken then, and what was known of it at the start. */
export interface ProgrammeForecast {
  readonly total: RoundTotals;
  readonly year: number;
  /** The same programme in the start year. */
  readonly start: RoundTotals;
  /** Posts filled as the model expects, by draw. */
  readonly expected: readonly number[];
}

export type OriginForecasts =
  | {
      readonly kind: 'predicted';
      readonly forecasts: readonly ProgrammeForecast[];
      readonly notes: readonly string[];
      /** Programmes and years with posts later that had none, or nobody, in the start year. */
      readonly newLater: number;
    }
  | { readonly kind: 'not_loaded'; readonly missing: readonly string[] };

/** As runs have them from the start, but for the rules of recruitment, which are those of the start year. */
const switchesOf = (origin: number): PathwayInput['switches'] => ({
  choice: 'nested',
  stayConstant: 'causal',
  ceiling: 'on',
  regime: regimeOf(origin).id,
  feedbacks: NO_FEEDBACKS,
});

const keyOf = ({ node, regionCode, group }: Pick<RoundTotals, 'node' | 'regionCode' | 'group'>): string =>
  `${node} ${regionCode} ${group}`;

/** What later years offered and filled, of the programmes that the model has. */
const laterTotals = ({ later }: OriginRequest, { input }: Calibrated, year: number): readonly RoundTotals[] =>
  later.some((round) => round.year === year)
    ? roundTotals({ posts: [], rounds: later.filter((round) => round.year === year) }, input.programmes)
    : [];

/** The input with the posts that were offered later: deaneries decide them, the model doesn’t predict them. */
const withLaterPosts = (input: PathwayInput, byYear: readonly (readonly RoundTotals[])[]): PathwayInput => {
  const posts = byYear.map((totals) => new Map(totals.map((total) => [keyOf(total), total.posts])));
  const chosen = new Set(input.choice.attraction.map(keyOf));
  return {
    ...input,
    posts: input.posts
      .filter((post) => chosen.has(keyOf(post)))
      .map((post) => {
        const { posts: start } = post;
        if (post.node === 'foundation' || typeof start !== 'number') return post;
        // A year that isn't loaded has as many as the start year, not none.
        return {
          ...post,
          posts: [start, ...posts.map((later) => (later.size === 0 ? start : (later.get(keyOf(post)) ?? 0)))],
        };
      }),
  };
};

/** Posts filled by draw, `[draw]`, of a programme and year after the start. */
type ReadFilled = (total: RoundTotals, year: number) => number[];

const runDrawn = (input: PathwayInput, { movements }: Calibrated, draws: number, seed: number): ReadFilled => {
  const focus = input.programmes.flatMap(({ coreYears }, group): RecordFocus[] => [
    { node: 'specialty_entry', group },
    ...(coreYears === null ? [] : [{ node: 'higher_entry' as const, group }]),
  ]);
  const compiled = compilePathway(input);
  const state = inKernel((memory) => runState(compiled, focus, memory));
  const option = compileOption(compiled, NO_OPTION);
  const setting = { sampler: pathwayDraws(seed), choice: input.switches.choice, movements };
  const records = Array.from({ length: draws }, (_, at) => {
    const record = new Float64Array(state.layout.length);
    const draw = { shifts: [], hazardRatios: [], careerShifts: [], careerHazardRatios: [] };
    runPathway(state, { option, draw: { ...draw, parameters: drawRates(setting, at) } }, record);
    return record;
  });
  return (total, year) => {
    const group = input.programmes.findIndex((one) => one.group === total.group);
    const region = input.regions.findIndex(({ code }) => code === total.regionCode);
    const at = focus.findIndex((one) => one.node === total.node && one.group === group);
    const cell = focusCell(state.layout, at, 'filled', year - input.startYear) + region;
    return records.map((record) => record[cell] ?? 0);
  };
};

/**
 * Calibrates the pathway to the rounds of a start year as a run of that year would have been, and runs it over the years that were
 * loaded later with the posts that were then offered. Nothing of those years but their posts is read before they are compared.
 */
export const predictOrigin = (request: OriginRequest, draws: number, seed: number): OriginForecasts => {
  const years = [...new Set(request.later.map(({ year }) => year))].sort();
  const last = Math.max(...years);
  const baseline = countryBaseline({
    loaded: request.known,
    movements: request.movements,
    switches: switchesOf(request.origin),
    years: last - request.origin + 1,
  });
  if (baseline.kind === 'not_loaded') return baseline;
  const spans = Array.from({ length: last - request.origin }, (_, at) => request.origin + 1 + at);
  const later = spans.map((year) => laterTotals(request, baseline, year));
  const start = new Map(
    baseline.residuals.filter(({ node }) => node !== 'foundation').map((total) => [keyOf(total), total]),
  );
  const read = runDrawn(withLaterPosts(baseline.input, later), baseline, draws, seed);
  const found = later.flatMap((totals, at) => totals.map((total) => ({ total, year: spans[at] ?? last })));
  const forecasts = found.flatMap(({ total, year }): ProgrammeForecast[] => {
    const own = start.get(keyOf(total));
    return own ? [{ total, year, start: own, expected: read(total, year) }] : [];
  });
  return {
    kind: 'predicted',
    forecasts,
    notes: [
      ...request.notes,
      ...spans
        .filter((_, at) => later[at]?.length === 0)
        .map((year) => `Posts of ${year} aren’t loaded: those of ${request.origin} are taken.`),
      ...baseline.notes,
    ],
    newLater: found.length - forecasts.length,
  };
};
