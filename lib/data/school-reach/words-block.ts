import 'server-only';
import type { SchoolInWords } from '@/lib/contracts/school-reach';
import { heldByPublication } from '@/lib/data/journeys/held-by-publication';
import { modelData, modelRequest } from '@/lib/data/journeys/model-source';
import type { PublishedStore } from '@/lib/data/published-store';
import { statedSlopes } from '@/lib/domain/findings/stated-slopes';
import type { Root } from '@/lib/domain/geography/area';
import type { FittedModel } from '@/lib/domain/journey-models/fitted-model';
import { AREAS_ARE_NOT_PEOPLE, RESIDENTS_ARE_NOT_YOUNG } from '@/lib/domain/journey-models/model-caveats';
import { sentencesOfFit } from '@/lib/domain/journey-models/sentences-of-fit';
import { LEAST_SHRUNK } from '@/lib/domain/journey-models/shrink';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { REFUSAL_WORDS } from '@/lib/format/words';
import { runJob } from '@/lib/jobs/runner';
import { journeyFitTask } from '@/lib/jobs/task-contracts';
import { log } from '@/lib/log';
import { mayRead, type ReachContext } from './reach-context';
import { absent } from './school-line';

const MODELS = ['entrants', 'female_share', 'non_white_share'] as const;

type Fits = { readonly fits: readonly FittedModel[]; readonly refusal: RefusalReason | null; readonly data: string };

async function fitsOf(published: PublishedStore, root: Root): Promise<Fits | null> {
  if (typeof (await modelData('entrants', root)) === 'string') return null;
  const sources = await Promise.all(MODELS.map((model) => modelRequest(model, root, published)));
  const outcomes = await Promise.all(sources.map(({ request }) => runJob(journeyFitTask, request)));
  return {
    fits: outcomes.flatMap((outcome) => (outcome.kind === 'fitted' ? [outcome.fitted] : [])),
    refusal: outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.reason] : []))[0] ?? null,
    data: sources[0]?.words ?? '',
  };
}

type Words = {
  readonly data: string;
  readonly caveat: string;
  /** Why a model that couldn't be fitted couldn't. */
  readonly refusal: RefusalReason | null;
  /** With fewer schools nothing is drawn towards their average. */
  readonly isDrawn: boolean;
  readonly bySchool: ReadonlyMap<string, readonly string[]>;
};

/** Every school's sentences on the newest cohort, else on rounded tables, a sentence to a model; null where neither is loaded. For the school's own staff. */
export const schoolsInWords = heldByPublication(
  'schools in words',
  async (published, root: Root): Promise<Words | null> => {
    const found = await fitsOf(published, root);
    if (!found) return null;
    const nameOf = (code: string): string => published.areaByCode.get(code)?.name ?? code;
    const bySchool = new Map<string, string[]>();
    for (const fitted of found.fits) {
      const rounded = { ...fitted, bySchool: fitted.bySchool && statedSlopes(fitted.bySchool) };
      for (const { school, sentence } of sentencesOfFit(rounded, nameOf))
        bySchool.set(school, [...(bySchool.get(school) ?? []), sentence]);
    }
    const isOfResidents = found.fits.some(({ diagnostics }) => diagnostics.setAgainst === 'residents');
    const caveat = isOfResidents ? `${AREAS_ARE_NOT_PEOPLE} ${RESIDENTS_ARE_NOT_YOUNG}` : AREAS_ARE_NOT_PEOPLE;
    const isDrawn = found.fits.some(({ bySchool: of }) => (of?.schools.length ?? 0) >= LEAST_SHRUNK);
    return { data: found.data, caveat, refusal: found.refusal, isDrawn, bySchool };
  },
);

const NOT_LOADED =
  'Not loaded. Models of where entrants come from are fitted to a cohort (cohort.csv) or to the rounded table home_school.csv; no intake file carries one.';
const NOT_FITTED =
  'The models could not be fitted: they need entrants enough, and residents, deprivation and distances of enough authorities beside them.';

/** What the models say of this school, in words without figures. */
export async function wordsBlock(context: ReachContext): Promise<SchoolInWords> {
  const { school } = context;
  if (!mayRead(context, 'school_by_quintile'))
    return absent('not_yours', 'This belongs to the school: its staff and analysts see it.');
  const words = await schoolsInWords(school.root).catch((error: unknown) => {
    log.warn({ err: error, school: school.code }, 'the models of a school could not be fitted');
    return 'failed' as const;
  });
  if (words === null) return absent('not_loaded', NOT_LOADED);
  const sentences = words === 'failed' ? undefined : words.bySchool.get(school.code);
  if (words === 'failed' || !sentences) {
    const why = words !== 'failed' && words.refusal ? ` ${REFUSAL_WORDS[words.refusal]}` : '';
    return absent('not_possible', `${NOT_FITTED}${why}`);
  }
  return {
    kind: 'given',
    sentences: [...sentences],
    caveat: words.caveat,
    data: words.data,
    isDrawn: words.isDrawn,
  };
}
