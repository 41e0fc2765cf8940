import { PAGE_TABLES, type PageTable } from '@/lib/contracts/page-tables';
import { readBacktestErrors, readBacktestForecasts, readPastProjections } from './backtest-files';
import { readBriefing } from './briefing-file';
import { readComparedRuns } from './compared-file';
import {
  readCatalogue,
  readCountTables,
  readHomeAuthorities,
  readImportErrors,
  readImportNotes,
  readImports,
  readIndicatorReleases,
  readReleases,
  readTrainingRegions,
} from './data-files';
import { readFindings } from './finding-file';
import {
  readAccounts,
  readAudit,
  readBriefings,
  readLevers,
  readReceivedRuns,
  readRecommendations,
  readScenarios,
  readSources,
  readThemes,
  readTokens,
} from './list-files';
import { type PageFileReader, pageFile } from './page-file';
import { readSpecialtyPosts, readStability, readUnderDoctored } from './region-files';
import { readSimilar } from './similar-file';

/** How each table is read. */
export const READERS: Readonly<Record<PageTable, PageFileReader>> = {
  accounts: pageFile(PAGE_TABLES.accounts, readAccounts),
  audit: pageFile(PAGE_TABLES.audit, readAudit),
  tokens: pageFile(PAGE_TABLES.tokens, readTokens),
  briefings: pageFile(PAGE_TABLES.briefings, readBriefings),
  briefing: pageFile(PAGE_TABLES.briefing, readBriefing),
  scenarios: pageFile(PAGE_TABLES.scenarios, readScenarios),
  'received-runs': pageFile(PAGE_TABLES['received-runs'], readReceivedRuns),
  'backtest-errors': pageFile(PAGE_TABLES['backtest-errors'], readBacktestErrors),
  'backtest-forecasts': pageFile(PAGE_TABLES['backtest-forecasts'], readBacktestForecasts),
  'past-projections': pageFile(PAGE_TABLES['past-projections'], readPastProjections),
  'compared-runs': pageFile(PAGE_TABLES['compared-runs'], readComparedRuns),
  releases: pageFile(PAGE_TABLES.releases, readReleases),
  'indicator-releases': pageFile(PAGE_TABLES['indicator-releases'], readIndicatorReleases),
  catalogue: pageFile(PAGE_TABLES.catalogue, readCatalogue),
  'count-tables': pageFile(PAGE_TABLES['count-tables'], readCountTables),
  imports: pageFile(PAGE_TABLES.imports, readImports),
  'import-errors': pageFile(PAGE_TABLES['import-errors'], readImportErrors),
  'import-notes': pageFile(PAGE_TABLES['import-notes'], readImportNotes),
  recommendations: pageFile(PAGE_TABLES.recommendations, readRecommendations),
  levers: pageFile(PAGE_TABLES.levers, readLevers),
  'evidence-themes': pageFile(PAGE_TABLES['evidence-themes'], readThemes),
  'evidence-sources': pageFile(PAGE_TABLES['evidence-sources'], readSources),
  findings: pageFile(PAGE_TABLES.findings, readFindings),
  'training-regions': pageFile(PAGE_TABLES['training-regions'], readTrainingRegions),
  'placement-stability': pageFile(PAGE_TABLES['placement-stability'], readStability),
  'specialty-posts': pageFile(PAGE_TABLES['specialty-posts'], readSpecialtyPosts),
  'under-doctored': pageFile(PAGE_TABLES['under-doctored'], readUnderDoctored),
  'similar-areas': pageFile(PAGE_TABLES['similar-areas'], readSimilar),
  'home-authorities': pageFile(PAGE_TABLES['home-authorities'], readHomeAuthorities),
};
