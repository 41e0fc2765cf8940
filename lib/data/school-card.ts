import 'server-only';
import type { Figure } from '@/lib/contracts/figure';
import { isPrintable } from '@/lib/contracts/school-card';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import type { SchoolReachQuery } from '@/lib/contracts/school-reach-query';
import { countryOf } from '@/lib/domain/geography/area';
import { runJob } from '@/lib/jobs/runner';
import { schoolCardPdfTask } from '@/lib/jobs/task-contracts';
import { buildSchoolCard } from '@/lib/print/build-school-card';
import type { CardPopulation } from '@/lib/print/school-card-input';
import { recordAudit } from './audit';
import { today } from './clock';
import { AccessDenied, NotFound } from './errors';
import { publishedStore } from './published-store';
import { selectReleases } from './queries/figures';
import { withReadableWords } from './release-words';
import { getSchoolReach } from './school-reach';
import { asViewer, requireViewer } from './viewer';

const YOUNG = 'population-16-17';

const toPopulation = ({ source, period, releaseId }: Figure): CardPopulation => ({
  name: source.name,
  publisher: source.publisher,
  licence: source.licence,
  period: period.label,
  releaseId,
});

/** Papers of the newest figure of each group: of the country, and of an authority where the country has none. */
async function populationsOf({ root, home }: SchoolReach): Promise<CardPopulation[]> {
  const figures = (await publishedStore()).figuresByIndicator.get(YOUNG) ?? [];
  const first = home.kind === 'given' ? home.authorities.find(({ aged16To17 }) => aged16To17 !== null) : undefined;
  const areas = [countryOf(root).code, ...(first ? [first.code] : [])];
  const own = areas.flatMap((code) => figures.filter(({ areaCode }) => areaCode === code));
  // Newest first within a group.
  const newest = new Map(own.toReversed().map((figure) => [`${figure.areaCode} ${figure.breakdown}`, figure]));
  return [...new Map([...newest.values()].map((figure) => [figure.releaseId, toPopulation(figure)])).values()];
}

/**
 * The card of a school as a tagged PDF of two pages, as this viewer may see the school; rendered in a worker, each one audited.
 * @throws AccessDenied where the viewer sees nothing of the school but published figures; NotFound where there is no figure to print.
 */
export async function renderSchoolCard(
  code: string,
  { period }: Pick<SchoolReachQuery, 'period'>,
): Promise<{ fileName: string; pdf: Uint8Array }> {
  const reach = await getSchoolReach(code, { period });
  const words = reach.home.kind === 'absent' ? reach.home.words : undefined;
  if (reach.reading === 'none') throw new AccessDenied('forbidden', words);
  if (!isPrintable(reach)) throw new NotFound(words);
  const viewer = await requireViewer();
  const madeOn = today();
  const [releases, populations] = await Promise.all([asViewer(viewer, selectReleases), populationsOf(reach)]);
  const named = releases.map((one) => withReadableWords(viewer, one));
  const pdf = await runJob(schoolCardPdfTask, buildSchoolCard({ reach, madeOn, releases: named, populations }));
  await asViewer(viewer, (tx) =>
    recordAudit(tx, viewer, {
      action: 'school-card.export',
      subject: code,
      detail: { period: reach.period, reading: reach.reading },
    }),
  );
  const mark = reach.root === 'demonstration' ? '-demonstration' : '';
  return { fileName: `stead-school-card-${code}-${madeOn}${mark}.pdf`, pdf };
}
