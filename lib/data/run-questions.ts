import 'server-only';
import type { PathwayRun } from '@/lib/contracts/pathway-records';
import type { RunAnswer, RunQuestion } from '@/lib/contracts/run-question';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { outcomesOf } from '@/lib/domain/pathway-questions/draw-outcomes';
import { placeOutcomes, postsOf } from '@/lib/domain/pathway-questions/place-outcomes';
import { runFrontier } from '@/lib/domain/pathway-questions/run-frontier';
import { vacancyQuestion } from '@/lib/domain/pathway-questions/vacancy-question';
import { LEAST_DRAWS_FOR_VALUE } from '@/lib/domain/pathway-questions/value-of-knowing';
import { LEAST_LEVERS, waterfall } from '@/lib/domain/pathway-questions/waterfall';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import type { DrawStage } from '@/lib/domain/uncertainty/draw-plan';
import { runJob } from '@/lib/jobs/runner';
import { pathwayBreakEvenTask, pathwayValueTask } from '@/lib/jobs/task-contracts';
import { AccessDenied } from './errors';
import type { CalibratedCountry } from './pathway/calibrated-country';
import { offerEvaluator, settingOf } from './pathway/evaluate-offers';
import { afterOwn } from './pathway/question-turns';
import { getPathwayRun, getRunCountry } from './pathway-runs';
import { authoriseScenario } from './pathway-scenarios';
import { requireViewer } from './viewer';

/** Who waits for an answer: is told how far it is, and may give it up. */
export type QuestionWatch = {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal | undefined;
};

/** Draws of each mix: many are run. Those that are shown are run on more, from which 95 % intervals are given. */
const DRAWS_OF_A_MIX = 64;
const DRAWS_OF_A_SHOWN_MIX = 256;

type Of<Kind extends RunQuestion['kind']> = Extract<RunQuestion, { kind: Kind }>;

const refusal = (message: string): RunAnswer => ({ kind: 'refused', message });

type Asked = { readonly scenario: PathwayScenario; readonly country: CalibratedCountry; readonly watch: QuestionWatch };

const evaluatorOf = ({ scenario, country, watch: { signal } }: Asked, draws: DrawStage) => {
  const { setting } = settingOf(scenario, country);
  return offerEvaluator({ scenario, country, draws, setting, read: outcomesOf, signal });
};

const frontierOf = ({ budgetGbp }: Of<'frontier'>, asked: Asked): Promise<RunAnswer> =>
  runFrontier({
    ...{ offers: asked.scenario.offers, levers: PATHWAY_LEVERS, budgetGbp },
    evaluate: evaluatorOf(asked, DRAWS_OF_A_MIX),
    evaluateFinely: asked.scenario.draws >= DRAWS_OF_A_SHOWN_MIX ? evaluatorOf(asked, DRAWS_OF_A_SHOWN_MIX) : null,
    ...asked.watch,
  });

const waterfallOf = async (asked: Asked): Promise<RunAnswer> => {
  const { offers, draws } = asked.scenario;
  if (new Set(offers.map(({ leverId }) => leverId)).size < LEAST_LEVERS) {
    return refusal('One lever alone is the whole run: there is nothing to take apart.');
  }
  return waterfall(offers, evaluatorOf(asked, draws), asked.watch.onProgress);
};

const vacancyOf = async (
  { kind: _, ...question }: Of<'vacancy'>,
  { scenario, country, watch }: Asked,
): Promise<RunAnswer> => {
  const { setting } = settingOf(scenario, country);
  const { regions, startYear, years } = setting.input;
  const region = regions.findIndex(({ code }) => code === question.regionCode);
  const year = question.year - startYear;
  if (!scenario.offers.some(({ regionCode }) => regionCode === question.regionCode)) {
    return refusal('Nothing is offered there in this run.');
  }
  if (year < 0 || year >= years) return refusal(`A year from ${startYear} to ${startYear + years - 1}.`);
  if (postsOf(setting, region, year) === 0) return refusal('No specialty posts are loaded there.');
  const read = placeOutcomes(region, year);
  const evaluate = offerEvaluator({ scenario, country, draws: DRAWS_OF_A_MIX, setting, read, signal: watch.signal });
  return vacancyQuestion({ offers: scenario.offers, levers: PATHWAY_LEVERS, question, evaluate, ...watch });
};

const breakEvenOf = ({ scenario, country, watch: { signal } }: Asked): Promise<RunAnswer> =>
  runJob(pathwayBreakEvenTask, settingOf(scenario, country).run, { signal, urgency: 'stored' });

/** From the draws that the run has kept: nothing is run anew. */
const knowingOf = async (
  { leastPosts }: Of<'value'>,
  { scenario, result }: PathwayRun,
  { signal }: QuestionWatch,
): Promise<RunAnswer> => {
  const extraPosts = result?.summary.extraPostsByDraw ?? [];
  if (extraPosts.length < LEAST_DRAWS_FOR_VALUE) {
    return refusal(`It takes ${LEAST_DRAWS_FOR_VALUE} draws; this run has ${extraPosts.length}. Run it with more.`);
  }
  return runJob(pathwayValueTask, { scenario, extraPosts, leastPosts }, { signal, urgency: 'stored' });
};

const answerOf = (question: Exclude<RunQuestion, { kind: 'value' }>, asked: Asked): Promise<RunAnswer> => {
  if (question.kind === 'frontier') return frontierOf(question, asked);
  if (question.kind === 'vacancy') return vacancyOf(question, asked);
  if (question.kind === 'break_even') return breakEvenOf(asked);
  return waterfallOf(asked);
};

/**
 * @throws AccessDenied unless the viewer may read the run and offer what it offers: whoever was only sent it reads its result, not
 * the country behind it.
 */
export async function authoriseQuestion(runId: string): Promise<PathwayScenario> {
  const { scenario, isClosed } = await getPathwayRun(runId);
  if (isClosed) throw new AccessDenied('forbidden');
  await authoriseScenario(scenario);
  return scenario;
}

/**
 * Works out a question about a stored run on the country as it was. Nothing is stored.
 * @throws AccessDenied out of scope, and where a release was withdrawn for disclosure.
 */
export async function answerRunQuestion(
  runId: string,
  question: RunQuestion,
  watch: QuestionWatch = {},
): Promise<RunAnswer> {
  const scenario = await authoriseQuestion(runId);
  if (scenario.offers.length === 0) return refusal('Nothing is offered in this run.');
  if (question.kind === 'value') return knowingOf(question, await getPathwayRun(runId), watch);
  const { userId } = await requireViewer();
  return afterOwn(userId, async () => {
    watch.signal?.throwIfAborted();
    return answerOf(question, { scenario, country: await getRunCountry(runId), watch });
  });
}
