import 'server-only';
import type { EqualityPart, EqualityView, TouchedTraining } from '@/lib/contracts/equality';
import type { JobPanel, JobRepresentationView } from '@/lib/contracts/job-representation';
import { can } from '@/lib/domain/access/access';
import { FEW_SCHOOLS, NO_COHORT, NOT_FOR_READER } from '@/lib/format/equality-words';
import { AccessDenied } from './errors';
import { getJobRepresentation } from './job-representation';
import { regionPart } from './journeys/region-panels';
import { type TableSource, tableSources } from './journeys/table-source';
import { publishedStore } from './published-store';
import { requireViewer } from './viewer';

const ofGroups = (panels: readonly JobPanel[], groups: TouchedTraining['groups']): JobPanel[] =>
  panels.map((panel) => ({ ...panel, jobs: panel.jobs.filter(({ code }) => groups.some((group) => group === code)) }));

const groupPart = (view: JobRepresentationView, groups: TouchedTraining['groups']): EqualityPart => ({
  part: 'specialty_group',
  withheld: view.isWithheld ? FEW_SCHOOLS : '',
  panels: ofGroups(view.panels, groups),
});

/** Who does which job of the groups that are touched; null where nobody holds it, or no group is. */
async function touchedGroups(
  { country, groups }: TouchedTraining,
  { source }: Pick<TableSource, 'source'>,
): Promise<EqualityPart | null> {
  if (groups.length === 0) return null;
  try {
    const view = await getJobRepresentation({ country, across: 'specialty_group' });
    // Figures of another source don't stand under the papers of this one.
    return view && view.source.releaseId === source.releaseId ? groupPart(view, groups) : null;
  } catch (error) {
    if (!(error instanceof AccessDenied)) throw error;
    return { part: 'specialty_group', withheld: NOT_FOR_READER.words, panels: [] };
  }
}

/**
 * Who those are that train where a scenario acts, from the same protected tables as every screen; says in words what isn't loaded and what
 * this viewer may not see. @throws AccessDenied where nobody is signed in.
 */
export async function findEqualityPanel(touched: TouchedTraining): Promise<EqualityView> {
  const viewer = await requireViewer();
  if (!can(viewer, 'counts:read', null)) return { kind: 'absent', ...NOT_FOR_READER };
  const { country, regionCodes: codes } = touched;
  const { areaByCode } = await publishedStore();
  const regions = [...areaByCode.values()]
    .filter(({ type, root }) => type === 'training_region' && root === country)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  for (const from of await tableSources(country)) {
    const byRegion =
      codes.length === 0
        ? []
        : touched.stages.flatMap((stage) => regionPart(viewer, from, { regions, codes, stage }) ?? []);
    const byGroup = await touchedGroups(touched, from);
    const parts = [...byRegion, ...(byGroup ? [byGroup] : [])];
    if (parts.length > 0) return { kind: 'given', country, source: from.source, parts };
  }
  return { kind: 'absent', ...NO_COHORT };
}
