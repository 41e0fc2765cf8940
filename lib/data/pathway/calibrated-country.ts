import 'server-only';
import { createHash } from 'node:crypto';
import { heldByPublication } from '@/lib/data/journeys/held-by-publication';
import type { Root } from '@/lib/domain/geography/area';
import { canonicalJson, type JsonValue } from '@/lib/domain/pathway/canonical-json';
import { NO_FEEDBACKS } from '@/lib/domain/pathway/engine/pathway-switches';
import type { CountryBaseline } from '@/lib/domain/pathway-baseline/country-baseline';
import { feedbacksOf } from '@/lib/domain/pathway-scenario/feedback-switches';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { runJob } from '@/lib/jobs/runner';
import { pathwayBaselineTask } from '@/lib/jobs/task-contracts';
import { loadedCountry } from './loaded-pathway';

/** A country as it is, calibrated: what every run of it starts from. */
export interface CalibratedCountry extends Extract<CountryBaseline, { kind: 'calibrated' }> {
  readonly root: Root;
  /** Of all that a result depends on besides what is asked. */
  readonly dataHash: string;
  readonly releaseIds: readonly string[];
}

export type CountryState = CalibratedCountry | Extract<CountryBaseline, { kind: 'not_loaded' }>;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The one text of what is made of plain values alone; interfaces aren't known to be JSON to the compiler. */
export const textOf = (value: object): string => canonicalJson(value as unknown as JsonValue);

/** The value as JSON gives it back, keys in one order: so that a stored baseline runs to the same bytes as a fresh one. */
export const asStored = <Value extends object>(value: Value): Value => JSON.parse(textOf(value));

type Hashed = Pick<CalibratedCountry, 'input' | 'movements' | 'residuals' | 'notes'>;

export const dataHashOf = ({ input, movements, residuals, notes }: Hashed): string =>
  sha256(textOf({ input, movements, residuals, notes }));

/** Structures and lengths of run that are kept calibrated, of both countries: a few megabytes each. */
const MOST_KEPT = 8;

/** Calibration takes about a second, and depends on the structure that is asked for but on no lever. */
const calibratedFor = heldByPublication(
  'calibrated country',
  async (_, asked: string): Promise<CountryState> => {
    const { country, years, structure, feedbacks } = JSON.parse(asked);
    const { pathway, movements, releaseIds } = await loadedCountry(country);
    // They act after the first year, which is what a country is calibrated to.
    const switches = { ...structure, feedbacks: NO_FEEDBACKS };
    const baseline = await runJob(pathwayBaselineTask, { loaded: pathway, movements, switches, years });
    if (baseline.kind === 'not_loaded') return baseline;
    const { input } = baseline;
    const fedBack = { ...switches, feedbacks: feedbacksOf(feedbacks, input.regions) };
    const stored = asStored({ ...baseline, input: { ...input, switches: fedBack } });
    return { ...stored, root: country, dataHash: dataHashOf(stored), releaseIds };
  },
  MOST_KEPT,
);

/** What a scenario of the pathway starts from, or what is missing. Call it after authorising. */
export function calibratedCountry({
  country,
  switches: { preferences: _, workload, supervisors, nurses, ...structure },
  years,
}: Pick<PathwayScenario, 'country' | 'switches' | 'years'>): Promise<CountryState> {
  return calibratedFor(textOf({ country, years, structure, feedbacks: { workload, supervisors, nurses } }));
}
