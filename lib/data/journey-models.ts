import 'server-only';
import { createHash } from 'node:crypto';
import { NotFound } from '@/lib/data/errors';
import { publishedStore } from '@/lib/data/published-store';
import { authorise } from '@/lib/data/viewer';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { Root } from '@/lib/domain/geography/area';
import { entrantsModel } from '@/lib/domain/journey-models/entrants-model';
import { foundationModel } from '@/lib/domain/journey-models/foundation-model';
import {
  entrantsInput,
  foundationInput,
  type ModelPlaces,
  returnCells,
  shareInput,
} from '@/lib/domain/journey-models/from-journeys';
import type { JourneyModel, JourneyModelName } from '@/lib/domain/journey-models/journey-model';
import { returnModel } from '@/lib/domain/journey-models/return-model';
import { shareModel } from '@/lib/domain/journey-models/share-model';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import type { Outcome } from '@/lib/domain/statistics/outcome';
import { REFUSAL_WORDS } from '@/lib/format/words';
import { cohortOf } from './journeys/cohort-store';
import { modelPlaces } from './journeys/model-places';

/** Changed when a fit of the same people would give other numbers. */
const MODELS_VERSION = 'journey-models-1';

const FITS: Readonly<Record<JourneyModelName, (store: JourneyStore, places: ModelPlaces) => Outcome<JourneyModel>>> = {
  entrants: (store, places) => entrantsModel(entrantsInput(store, places)),
  female_share: (store, places) => shareModel('female_share', shareInput(store, places, 'female')),
  non_white_share: (store, places) => shareModel('non_white_share', shareInput(store, places, 'non_white')),
  foundation: (store, places) => foundationModel(foundationInput(store, places)),
  return_home: (store, places) => returnModel(returnCells(store, places)),
};

export const JOURNEY_MODELS = Object.keys(FITS) as JourneyModelName[];

/** What the same numbers can be made from again. */
export type FitReceipt = {
  id: string;
  model: JourneyModelName;
  root: Root;
  release: string;
  version: string;
  data: string;
};

export type Fitted = JourneyModel & { receipt: FitReceipt };

/** A model of the journeys of a country, fitted to its newest cohort. @throws NotFound where none is loaded or none can be fitted. */
export async function fitJourneyModel(model: JourneyModelName, root: Root): Promise<Fitted> {
  // Made from true counts, school by school: for those who may load such files.
  await authorise('data:import');
  const cohort = await cohortOf(root);
  if (!cohort) throw new NotFound('No cohort is loaded for this country: import cohort.csv first.');
  const published = await publishedStore();
  const outcome = FITS[model](cohort.store, modelPlaces(published, cohort.places));
  if (outcome.kind === 'refused') throw new NotFound(`The model can't be fitted: ${REFUSAL_WORDS[outcome.reason]}`);
  const { kind: _, ...fitted } = outcome;
  const { people, ...rest } = fitted.diagnostics;
  const diagnostics = { ...rest, people: toNearestFive(people) };
  const body = { model, root, release: cohort.release.id, version: MODELS_VERSION, data: published.version };
  const id = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 20);
  return { ...fitted, diagnostics, receipt: { id, ...body } };
}
