import { ACCOUNT_COLUMNS, AUDIT_COLUMNS, TOKEN_COLUMNS } from '@/components/tables/account-lists';
import {
  EVIDENCE_SOURCE_COLUMNS,
  LEVER_COLUMNS,
  recommendationColumns,
  THEME_COLUMNS,
} from '@/components/tables/evidence-lists';
import { listFile } from '@/components/tables/list-column';
import { BRIEFING_COLUMNS, RECEIVED_RUN_COLUMNS, SCENARIO_FILE_COLUMNS } from '@/components/tables/work-lists';
import { listAccessTokens } from '@/lib/data/access-tokens';
import { listAccounts, listAuditEvents } from '@/lib/data/accounts';
import { listManagedRegions } from '@/lib/data/areas';
import { listBriefings } from '@/lib/data/briefings';
import { getEvidenceLibrary, listRecommendations } from '@/lib/data/evidence';
import { listIndicators } from '@/lib/data/figures';
import { getLeverCatalogue } from '@/lib/data/levers';
import { listReceivedRuns } from '@/lib/data/run-submissions';
import { listScenarios } from '@/lib/data/scenarios';
import { countryOf } from '@/lib/domain/geography/area';
import type { PageFile } from './page-file';

export const readAccounts = async (): Promise<PageFile> => ({
  table: listFile('Accounts', ACCOUNT_COLUMNS, await listAccounts()),
});

export const readAudit = async (): Promise<PageFile> => ({
  table: listFile('Audit log, newest first', AUDIT_COLUMNS, await listAuditEvents()),
});

/** One's own. */
export const readTokens = async (): Promise<PageFile> => ({
  table: listFile('Access tokens', TOKEN_COLUMNS, await listAccessTokens()),
});

export const readBriefings = async (): Promise<PageFile> => ({
  table: listFile('Briefings', BRIEFING_COLUMNS, await listBriefings()),
});

/** Of one's regions. */
export async function readScenarios({ shown }: { shown: 'current' | 'put-away' }): Promise<PageFile> {
  const [regions, scenarios] = await Promise.all([listManagedRegions(), listScenarios()]);
  const roots = new Map(regions.map(({ code, root }) => [code, countryOf(root).code]));
  const rows = scenarios
    .filter(({ archived }) => archived === (shown === 'put-away'))
    .map((scenario) => ({ ...scenario, rootCode: roots.get(scenario.areaCode) ?? '' }));
  const title = shown === 'put-away' ? 'Scenarios that are put away' : 'Scenarios of your regions';
  return { table: listFile(title, SCENARIO_FILE_COLUMNS, rows) };
}

export const readReceivedRuns = async (): Promise<PageFile> => ({
  table: listFile('Runs sent to you', RECEIVED_RUN_COLUMNS, await listReceivedRuns()),
});

export async function readRecommendations(): Promise<PageFile> {
  const [recommendations, { themes }, indicators] = await Promise.all([
    listRecommendations(),
    getEvidenceLibrary(),
    listIndicators(),
  ]);
  return { table: listFile('Recommendation register', recommendationColumns({ themes, indicators }), recommendations) };
}

export async function readLevers(): Promise<PageFile> {
  const { levers, shared } = await getLeverCatalogue();
  const table = listFile('Levers of the model', LEVER_COLUMNS, levers);
  return {
    table: {
      ...table,
      papers: [
        ['money scale', shared.bPerPctPay.basis],
        ['packages', shared.packageRho.basis],
        ['no effect', shared.noEffectProbability.basis],
      ],
    },
  };
}

export const readThemes = async (): Promise<PageFile> => ({
  table: listFile('Interview themes', THEME_COLUMNS, (await getEvidenceLibrary()).themes),
});

export const readSources = async (): Promise<PageFile> => ({
  table: listFile('Sources of the evidence', EVIDENCE_SOURCE_COLUMNS, (await getEvidenceLibrary()).sources),
});
