import 'server-only';
import type { ColdSpotsAnswer, SchoolReach } from '@/lib/contracts/school-reach';
import type { SchoolReachQuery } from '@/lib/contracts/school-reach-query';
import { countryOf } from '@/lib/domain/geography/area';
import { AccessDenied, NotFound } from './errors';
import { publishedStore } from './published-store';
import { careersBlock, foundationBlock, settlementBlock } from './school-reach/destination-blocks';
import { reachHeadlines } from './school-reach/headlines';
import { homeBlocks } from './school-reach/home-block';
import { mixBlock } from './school-reach/mix-block';
import { mayRead, named, type ReachContext, reachContext } from './school-reach/reach-context';
import { isAbsent, schoolLine } from './school-reach/school-line';
import { gradientBlock, representations } from './school-reach/who-block';
import { wordsBlock } from './school-reach/words-block';
import { authorise } from './viewer';

async function contextFor(code: string, period: string | undefined): Promise<ReachContext> {
  const viewer = await authorise('counts:read');
  const school = (await publishedStore()).areaByCode.get(code);
  if (school?.type !== 'medical_school') throw new NotFound(`There is no medical school with the code ${code}.`);
  return reachContext(viewer, school, period ?? null);
}

/** Entry years of the source that says where entrants come from; none for somebody who sees nothing of the school. */
function periodsOf(context: ReachContext): string[] {
  const line = schoolLine({ ...context, period: null }, 'home_by_school', '');
  return isAbsent(line) ? [] : line.from.periods.flatMap(({ clock, label }) => (clock === 'entry' ? [label] : []));
}

function checkPeriod({ period }: ReachContext, periods: readonly string[]): void {
  if (period !== null && !periods.includes(period))
    throw new NotFound('There are no such entry years in what is loaded. The page lists those that there are.');
}

function partsOf(context: ReachContext): SchoolReach['reading'] {
  if (!mayRead(context, 'home_by_school')) return 'none';
  return mayRead(context, 'school_by_quintile') ? 'all' : 'flows';
}

/**
 * Where a school recruits and where its graduates go, worked out from protected tables only, as far as this viewer may see
 * those: planners the flows, a school's staff all of their own, analysts all. Nothing of another school is in it, beyond
 * sums and middles of several.
 * @throws NotFound for a code that is no medical school, or entry years that aren't there.
 */
export async function getSchoolReach(code: string, query: SchoolReachQuery): Promise<SchoolReach> {
  const context = await contextFor(code, query.period);
  const periods = periodsOf(context);
  if (partsOf(context) !== 'none') checkPeriod(context, periods);
  const { school, store } = context;
  const region = (store.parentsByCode.get(code) ?? []).find(({ type }) => type === 'training_region');
  const { home, cold } = homeBlocks(context);
  const who = {
    quintile: representations(context, 'quintile'),
    sex: representations(context, 'sex'),
    ethnicity: representations(context, 'ethnicity'),
  };
  const foundation = foundationBlock(context);
  return {
    school: named(context, code),
    root: school.root,
    region: region ? named(context, region.code) : null,
    reading: partsOf(context),
    periods,
    period: context.period,
    headlines: reachHeadlines({ home, cold, who, foundation }, countryOf(school.root).inText),
    home,
    cold,
    who,
    gradient: gradientBlock(context),
    inWords: await wordsBlock(context),
    foundation,
    careers: careersBlock(context),
    settlement: { foundation: settlementBlock(context, 'foundation'), career: settlementBlock(context, 'career') },
    mix: mixBlock(context, query.mix),
  };
}

/**
 * The authorities that send a school fewer entrants than expected.
 * @throws AccessDenied for a school that isn't the viewer's to see; NotFound where nothing is loaded that they follow from.
 */
export async function getColdSpots(
  code: string,
  { period }: Pick<SchoolReachQuery, 'period'>,
): Promise<ColdSpotsAnswer> {
  const context = await contextFor(code, period);
  if (!mayRead(context, 'home_by_school')) throw new AccessDenied('forbidden');
  checkPeriod(context, periodsOf(context));
  const { cold } = homeBlocks(context);
  if (cold.kind === 'absent') throw new NotFound(cold.words);
  return { school: named(context, code), root: context.school.root, cold };
}
