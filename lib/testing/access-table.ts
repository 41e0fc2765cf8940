import { createAccessToken, listAccessTokens, listGrantableScopes, revokeAccessToken } from '@/lib/data/access-tokens';
import { listAccounts, listAuditEvents } from '@/lib/data/accounts';
import { decideAreaCode, listAreaCodes } from '@/lib/data/area-codes';
import {
  getArea,
  listAreas,
  listManagedRegions,
  listOwnSchools,
  listParents,
  listRoots,
  listVintages,
  ownRoot,
} from '@/lib/data/areas';
import { getBacktest, getProjectionScorecard } from '@/lib/data/backtest';
import { findBoundaryMap } from '@/lib/data/boundaries';
import { createBriefing, findBriefing, getBriefing, listBriefings, renderBriefing } from '@/lib/data/briefings';
import { listCatalogue } from '@/lib/data/catalogue';
import { exportColdSpots } from '@/lib/data/cold-spot-export';
import { exportCountTable } from '@/lib/data/count-export';
import { getCountTable, listCountTables } from '@/lib/data/count-tables';
import { getDataStatus } from '@/lib/data/data-status';
import { demonstrationState, loadDemonstration, removeDemonstration } from '@/lib/data/demonstration';
import { findEqualityPanel } from '@/lib/data/equality';
import { ImportRefused, NotFound } from '@/lib/data/errors';
import { getEvidenceLibrary, listRecommendations } from '@/lib/data/evidence';
import { exportFigureList, exportFigures, listFigures, tabulateFigures } from '@/lib/data/figure-export';
import {
  compareAreas,
  getAreaProfile,
  getIndicator,
  getPopulations,
  listIndicators,
  listReleases,
} from '@/lib/data/figures';
import { getFindingHistory, listFindings } from '@/lib/data/findings';
import { listHomeRegions } from '@/lib/data/home-regions';
import { listMappings, removeMapping, saveMapping } from '@/lib/data/import-mappings';
import {
  cancelImport,
  getImport,
  listImports,
  publishImport,
  stageImport,
  startImport,
  withdrawRelease,
} from '@/lib/data/imports';
import { getJobRepresentation } from '@/lib/data/job-representation';
import { getJourneyDistances } from '@/lib/data/journey-distances';
import { exportJourneyTable } from '@/lib/data/journey-export';
import { fitJourneyModel, getJourneyFit } from '@/lib/data/journey-models';
import { findJourneyTable, getJourneyGuide, getRegionJourneys, listFoundationPlaces } from '@/lib/data/journey-views';
import { getJourneyTable, listJourneyTables } from '@/lib/data/journeys';
import { listLeverPositions } from '@/lib/data/lever-positions';
import { getLeverCatalogue } from '@/lib/data/levers';
import { getLoadedRound } from '@/lib/data/loaded-round';
import { addNote, findNotes, removeNote, restoreLastNote } from '@/lib/data/notes';
import { getPathwayForm } from '@/lib/data/pathway-form';
import { getPathwayScenario, savePathway, setPathwayFrozen } from '@/lib/data/pathway-records';
import {
  computePathwayRun,
  getPathwayRun,
  getRunCountry,
  listPathwayRuns,
  replayPathwayRun,
} from '@/lib/data/pathway-runs';
import { modelPathway } from '@/lib/data/pathway-scenarios';
import { getPlacementStability } from '@/lib/data/placement-stability';
import { exportQuality, listQuality } from '@/lib/data/quality';
import { getRegionReview } from '@/lib/data/region-review';
import { exportAreas, exportIndicators, exportRegister, listAreaEntries, readRegister } from '@/lib/data/registers';
import { renderRunBriefing } from '@/lib/data/run-briefing';
import { addComment, listComments, removeComment } from '@/lib/data/run-comments';
import { exportRun } from '@/lib/data/run-export';
import { answerRunQuestion } from '@/lib/data/run-questions';
import { listReceivedRuns, listSubmissions, revokeSubmission, submitRun } from '@/lib/data/run-submissions';
import { computeRun, getRun, replayRun } from '@/lib/data/scenario-runs';
import { getScenario, getScenarioKind, listScenarios, saveAndRun, setScenarioArchived } from '@/lib/data/scenarios';
import { renderSchoolCard } from '@/lib/data/school-card';
import { getColdSpots, getSchoolReach } from '@/lib/data/school-reach';
import { exportTable } from '@/lib/data/table-export';
import { findUpload, receiveUpload } from '@/lib/data/uploads';
import type { Role } from '@/lib/domain/access/access';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import type { RegionRecords } from './region-records';
import { draftWith, TYPED_NORTH_EAST } from './scenario-draft';
import type { Outcome } from './viewers';

/** Every role, and an account without any grant. */
export type Person = Role | 'no grant';

/** What a person meets in the manager's own region, and in the other one. */
type Rule = Readonly<Record<Person, readonly [own: Outcome, other: Outcome]>>;

type Row = { rule: Rule; call: (target: RegionRecords) => Promise<unknown> };

const BOTH_ALLOWED = ['allowed', 'allowed'] as const;
const BOTH_FORBIDDEN = ['forbidden', 'forbidden'] as const;
const BOTH_NOTHING = ['nothing', 'nothing'] as const;

const all = (outcome: readonly [Outcome, Outcome]): Rule => ({
  deanery: outcome,
  school: outcome,
  commissioner: outcome,
  analyst: outcome,
  admin: outcome,
  'no grant': BOTH_FORBIDDEN,
});

const FORBIDDEN = all(BOTH_FORBIDDEN);
const PUBLISHED = all(BOTH_ALLOWED);
/** A region's own work: its training managers only. */
const REGION: Rule = { ...FORBIDDEN, deanery: ['allowed', 'forbidden'] };
const BRIEFING: Rule = { ...FORBIDDEN, deanery: BOTH_ALLOWED, commissioner: BOTH_ALLOWED };
const ADMIN: Rule = { ...FORBIDDEN, admin: BOTH_ALLOWED };
/** Tables of counts that planners see: the shape used here is not for schools of another scope, nor for administrators. */
const COUNTS: Rule = { ...PUBLISHED, admin: BOTH_FORBIDDEN };
const IMPORT: Rule = { ...FORBIDDEN, analyst: BOTH_ALLOWED };
const NO_IMPORT = '00000000-0000-4000-8000-000000000000';
const NO_FILE = { file: 'no-such-file.csv', fileName: 'no-such-file.csv', isLocalOnly: true };
/** Permitted, and there is no such thing: any other error stays one. */
const absent = (error: unknown): string => {
  if (
    error instanceof NotFound ||
    error instanceof RangeError ||
    (error instanceof Error && 'code' in error && error.code === 'ENOENT')
  )
    return 'absent';
  throw error;
};
/** Permitted, and refused for what was asked. */
const refused = (error: unknown): string => {
  if (error instanceof ImportRefused) return 'refused';
  throw error;
};
const NOBODY: Rule = { ...all(BOTH_NOTHING), 'no grant': BOTH_NOTHING };

const COUNT_SHAPE = 'home_area_by_school';
/** Of schools, not by a characteristic: planners see all of it, schools their own. */
const COHORT_SHAPE = 'home_by_school';
/** In the scope of the person who is of a school. */
const SCHOOL = 'university-of-leeds';
const DEPRIVATION = { indicator: 'imd-score' } as const;
const TOKEN = { name: 'Report', scopes: ['figures' as const], days: 30 };
const EMPTY_TABLE = { title: 'Empty', columns: ['a'], rows: [], papers: [] };
const COMPARISON = {
  type: 'training_region',
  indicatorId: 'imd-score',
  breakdown: null,
  comparatorCode: 'E92000001',
} as const;

/** A golden hello in one region of England. */
const pathwayOf = (regionCode: string): PathwayScenario =>
  PathwayScenario.parse({
    country: 'england',
    offers: [
      {
        leverId: 'golden-hello',
        regionCode,
        group: null,
        nodes: ['specialty_entry'],
        intensity: 5_000,
        coverage: 1,
        fromYear: 2026,
        toYear: 2030,
        costPerPlacePerYearGbp: null,
        yearsPaid: 3,
        fixedPerYearGbp: 0,
      },
    ],
  });

const briefing = (areaCode: string) => ({ areaCode, asks: [], purpose: 'information' as const, runId: null });

/** Role × scope × guarded function: `file.function`, who may, and the call. */
export const GUARDED: Readonly<Record<string, Row>> = {
  // A token is made before the list is read: the list is never empty.
  'access-tokens.createAccessToken': { rule: PUBLISHED, call: () => createAccessToken(TOKEN) },
  'access-tokens.listAccessTokens': { rule: PUBLISHED, call: listAccessTokens },
  'access-tokens.listGrantableScopes': { rule: PUBLISHED, call: listGrantableScopes },
  // The token is a colleague's: nobody else ends it.
  'access-tokens.revokeAccessToken': { rule: FORBIDDEN, call: ({ tokenId }) => revokeAccessToken(tokenId) },
  'accounts.listAccounts': { rule: ADMIN, call: listAccounts },
  'accounts.listAuditEvents': { rule: ADMIN, call: listAuditEvents },
  'area-codes.decideAreaCode': {
    rule: IMPORT,
    call: () => decideAreaCode({ code: 'E54999999', areaCode: null }).catch(refused),
  },
  'area-codes.listAreaCodes': { rule: IMPORT, call: listAreaCodes },
  'areas.getArea': { rule: PUBLISHED, call: ({ areaCode }) => getArea(areaCode) },
  'areas.ownRoot': { rule: PUBLISHED, call: ownRoot },
  'areas.listAreas': { rule: PUBLISHED, call: () => listAreas(['training_region']) },
  'areas.listManagedRegions': { rule: { ...all(BOTH_NOTHING), deanery: BOTH_ALLOWED }, call: listManagedRegions },
  'areas.listOwnSchools': { rule: { ...all(BOTH_NOTHING), school: BOTH_ALLOWED }, call: listOwnSchools },
  'areas.listParents': { rule: PUBLISHED, call: () => listParents('E06000001') },
  'areas.listRoots': { rule: PUBLISHED, call: listRoots },
  'areas.listVintages': { rule: PUBLISHED, call: () => listVintages('icb') },
  // The model is the same for every region; a region’s own years are for its managers, which a test of its own holds.
  'backtest.getBacktest': { rule: { ...FORBIDDEN, deanery: BOTH_ALLOWED }, call: () => getBacktest('england') },
  'backtest.getProjectionScorecard': {
    rule: { ...FORBIDDEN, deanery: BOTH_ALLOWED },
    call: () => getProjectionScorecard('england'),
  },
  'boundaries.findBoundaryMap': {
    rule: { ...all(BOTH_NOTHING), 'no grant': BOTH_FORBIDDEN },
    call: () => findBoundaryMap([{ code: 'E54000008' }]),
  },
  'briefings.createBriefing': { rule: BRIEFING, call: ({ areaCode }) => createBriefing(briefing(areaCode)) },
  'briefings.findBriefing': { rule: REGION, call: ({ briefingId }) => findBriefing(briefingId) },
  'briefings.getBriefing': { rule: REGION, call: ({ briefingId }) => getBriefing(briefingId) },
  'briefings.listBriefings': { rule: BRIEFING, call: listBriefings },
  'briefings.renderBriefing': { rule: REGION, call: ({ briefingId }) => renderBriefing(briefingId) },
  'catalogue.listCatalogue': { rule: PUBLISHED, call: () => listCatalogue() },
  'count-export.exportCountTable': { rule: COUNTS, call: () => exportCountTable(COUNT_SHAPE, {}, 'csv') },
  'count-tables.getCountTable': { rule: COUNTS, call: () => getCountTable(COUNT_SHAPE, {}) },
  'count-tables.listCountTables': { rule: { ...COUNTS, admin: BOTH_NOTHING }, call: () => listCountTables() },
  'data-status.getDataStatus': { rule: PUBLISHED, call: getDataStatus },
  'demonstration.loadDemonstration': {
    rule: IMPORT,
    // The table runs it once only where somebody may: loading has tests of its own.
    call: () => loadDemonstration(() => {}, Number.NaN).catch(absent),
  },
  'demonstration.demonstrationState': { rule: { ...IMPORT, admin: BOTH_ALLOWED }, call: demonstrationState },
  'demonstration.removeDemonstration': { rule: { ...IMPORT, admin: BOTH_ALLOWED }, call: removeDemonstration },
  'evidence.getEvidenceLibrary': { rule: PUBLISHED, call: getEvidenceLibrary },
  'evidence.listRecommendations': { rule: PUBLISHED, call: listRecommendations },
  'findings.getFindingHistory': { rule: PUBLISHED, call: () => getFindingHistory('england') },
  'findings.listFindings': { rule: PUBLISHED, call: () => listFindings('england') },
  'journey-export.exportJourneyTable': {
    rule: COUNTS,
    call: () => exportJourneyTable(COHORT_SHAPE, {}, 'csv').catch(absent),
  },
  'journeys.getJourneyTable': { rule: COUNTS, call: () => getJourneyTable(COHORT_SHAPE, {}).catch(absent) },
  // No cohort of England is loaded here; a test of its own has one.
  'journeys.listJourneyTables': {
    rule: { ...all(BOTH_NOTHING), 'no grant': BOTH_FORBIDDEN },
    call: () => listJourneyTables(),
  },
  'job-representation.getJobRepresentation': {
    // No cohort of England is loaded here; a test of its own has one.
    rule: { ...all(BOTH_NOTHING), 'no grant': BOTH_FORBIDDEN },
    call: () => getJobRepresentation({ country: 'england' }),
  },
  'journey-models.getJourneyFit': { rule: IMPORT, call: () => getJourneyFit('entrants', 'england') },
  // Everybody with a role has these screens; what a role may not see is left out of them, which tests of their own hold.
  'journey-distances.getJourneyDistances': { rule: PUBLISHED, call: () => getJourneyDistances('england', null) },
  'journey-views.findJourneyTable': { rule: PUBLISHED, call: () => findJourneyTable(COHORT_SHAPE, {}) },
  'journey-views.getJourneyGuide': { rule: PUBLISHED, call: () => getJourneyGuide('england') },
  'journey-views.getRegionJourneys': { rule: PUBLISHED, call: () => getRegionJourneys('TR-north-east') },
  'journey-views.listFoundationPlaces': { rule: PUBLISHED, call: () => listFoundationPlaces('england') },
  'journey-models.fitJourneyModel': {
    // No cohort of England is loaded here.
    rule: IMPORT,
    call: () => fitJourneyModel('entrants', 'england').catch(absent),
  },
  'figure-export.exportFigures': {
    rule: PUBLISHED,
    call: ({ areaCode }) => exportFigures({ ...DEPRIVATION, area: areaCode }, 'csv'),
  },
  'figure-export.exportFigureList': { rule: PUBLISHED, call: () => exportFigureList(DEPRIVATION) },
  'figure-export.tabulateFigures': { rule: PUBLISHED, call: () => tabulateFigures(DEPRIVATION) },
  'figure-export.listFigures': {
    rule: PUBLISHED,
    call: ({ areaCode }) => listFigures({ ...DEPRIVATION, area: areaCode }),
  },
  'figures.compareAreas': { rule: PUBLISHED, call: () => compareAreas(COMPARISON) },
  'figures.getAreaProfile': { rule: PUBLISHED, call: ({ areaCode }) => getAreaProfile(areaCode, null) },
  'figures.getIndicator': { rule: PUBLISHED, call: () => getIndicator('imd-score') },
  'figures.getPopulations': { rule: PUBLISHED, call: getPopulations },
  'figures.listIndicators': { rule: PUBLISHED, call: listIndicators },
  'figures.listReleases': { rule: PUBLISHED, call: listReleases },
  'home-regions.listHomeRegions': { rule: PUBLISHED, call: () => listHomeRegions('england') },
  'import-mappings.listMappings': { rule: { ...IMPORT, analyst: BOTH_NOTHING }, call: listMappings },
  'import-mappings.removeMapping': { rule: IMPORT, call: () => removeMapping(NO_IMPORT).catch(absent) },
  'import-mappings.saveMapping': {
    rule: IMPORT,
    call: () => saveMapping({ dataset: 'fill', source: 'Test', headers: ['a'], columns: {} }),
  },
  'imports.cancelImport': { rule: IMPORT, call: () => cancelImport(NO_IMPORT).catch(absent) },
  'imports.getImport': { rule: IMPORT, call: () => getImport(NO_IMPORT).catch(absent) },
  'imports.listImports': { rule: { ...IMPORT, analyst: BOTH_NOTHING }, call: listImports },
  'imports.publishImport': { rule: IMPORT, call: () => publishImport(NO_IMPORT).catch(absent) },
  'imports.stageImport': { rule: IMPORT, call: () => stageImport(NO_FILE).catch(absent) },
  'imports.startImport': { rule: IMPORT, call: () => startImport(NO_FILE, () => {}).catch(absent) },
  'imports.withdrawRelease': { rule: IMPORT, call: () => withdrawRelease('none', 'ordinary', 'test').catch(absent) },
  'levers.getLeverCatalogue': { rule: PUBLISHED, call: getLeverCatalogue },
  'notes.addNote': { rule: REGION, call: ({ areaCode }) => addNote(areaCode, 'Another note') },
  'notes.findNotes': {
    rule: { ...NOBODY, deanery: ['allowed', 'nothing'] },
    call: ({ areaCode }) => findNotes(areaCode),
  },
  'notes.removeNote': { rule: REGION, call: ({ noteId }) => removeNote(noteId) },
  'notes.restoreLastNote': { rule: REGION, call: ({ areaCode }) => restoreLastNote(areaCode) },
  'placement-stability.getPlacementStability': {
    rule: PUBLISHED,
    call: ({ areaCode }) => getPlacementStability(areaCode, { specialty: null, level: null, before: null }),
  },
  'region-review.getRegionReview': { rule: PUBLISHED, call: ({ areaCode }) => getRegionReview(areaCode, null) },
  'quality.exportQuality': { rule: PUBLISHED, call: () => exportQuality({}, 'csv') },
  'quality.listQuality': { rule: PUBLISHED, call: () => listQuality() },
  'registers.exportAreas': { rule: PUBLISHED, call: () => exportAreas('icb', 'england', 'csv') },
  'registers.listAreaEntries': { rule: PUBLISHED, call: () => listAreaEntries('icb') },
  'registers.exportIndicators': { rule: PUBLISHED, call: () => exportIndicators('csv') },
  'registers.exportRegister': { rule: PUBLISHED, call: () => exportRegister('areas', null, 'csv') },
  'registers.readRegister': { rule: PUBLISHED, call: () => readRegister('areas', null) },
  'run-export.exportRun': { rule: REGION, call: ({ runId }) => exportRun(runId, 'csv') },
  // Who sees what of it has tests of its own; here no cohort of England is loaded.
  'school-reach.getSchoolReach': { rule: PUBLISHED, call: () => getSchoolReach(SCHOOL, {}) },
  'school-reach.getColdSpots': { rule: COUNTS, call: () => getColdSpots(SCHOOL, {}).catch(absent) },
  'school-card.renderSchoolCard': { rule: COUNTS, call: () => renderSchoolCard(SCHOOL, {}).catch(absent) },
  'cold-spot-export.exportColdSpots': { rule: COUNTS, call: () => exportColdSpots(SCHOOL, {}, 'csv').catch(absent) },
  'scenario-runs.computeRun': { rule: REGION, call: ({ runId }) => computeRun(runId) },
  'scenario-runs.getRun': { rule: REGION, call: ({ runId }) => getRun(runId) },
  'scenario-runs.replayRun': { rule: REGION, call: ({ runId }) => replayRun(runId) },
  'loaded-round.getLoadedRound': { rule: PUBLISHED, call: () => getLoadedRound('ST3', 'england') },
  'lever-positions.listLeverPositions': { rule: PUBLISHED, call: ({ areaCode }) => listLeverPositions([areaCode]) },
  // What isn't theirs is withheld in words, so that a run can be read without it.
  'equality.findEqualityPanel': {
    rule: { ...PUBLISHED, 'no grant': BOTH_ALLOWED },
    call: ({ areaCode }) =>
      findEqualityPanel({ country: 'england', regionCodes: [areaCode], stages: ['specialty'], groups: ['psychiatry'] }),
  },
  'pathway-scenarios.modelPathway': { rule: REGION, call: ({ areaCode }) => modelPathway(pathwayOf(areaCode)) },
  'pathway-form.getPathwayForm': { rule: REGION, call: ({ areaCode }) => getPathwayForm(areaCode) },
  'pathway-records.savePathway': {
    rule: REGION,
    call: ({ areaCode }) =>
      savePathway({ scenarioId: null, areaCode, name: 'Golden hello', scenario: pathwayOf(areaCode) }),
  },
  'pathway-records.getPathwayScenario': {
    rule: REGION,
    call: ({ pathwayScenarioId }) => getPathwayScenario(pathwayScenarioId),
  },
  'pathway-records.setPathwayFrozen': {
    rule: REGION,
    call: ({ pathwayScenarioId }) => setPathwayFrozen(pathwayScenarioId, false),
  },
  'pathway-runs.listPathwayRuns': { rule: { ...NOBODY, deanery: BOTH_ALLOWED }, call: listPathwayRuns },
  'pathway-runs.getPathwayRun': { rule: REGION, call: ({ pathwayRunId }) => getPathwayRun(pathwayRunId) },
  'pathway-runs.computePathwayRun': { rule: REGION, call: ({ pathwayRunId }) => computePathwayRun(pathwayRunId) },
  // No country stands behind the stored run, so that nobody can replay it; a test of its own does.
  'pathway-runs.replayPathwayRun': { rule: FORBIDDEN, call: ({ runId }) => replayPathwayRun(runId) },
  'pathway-runs.getRunCountry': { rule: FORBIDDEN, call: ({ runId }) => getRunCountry(runId) },
  'run-questions.answerRunQuestion': {
    rule: REGION,
    call: ({ pathwayRunId }) => answerRunQuestion(pathwayRunId, { kind: 'frontier', budgetGbp: 0 }),
  },
  'run-briefing.renderRunBriefing': { rule: REGION, call: ({ pathwayRunId }) => renderRunBriefing(pathwayRunId) },
  'run-submissions.listSubmissions': {
    rule: { ...REGION, deanery: ['nothing', 'forbidden'] },
    call: ({ pathwayRunId }) => listSubmissions(pathwayRunId),
  },
  'run-submissions.listReceivedRuns': { rule: NOBODY, call: listReceivedRuns },
  'run-submissions.submitRun': {
    rule: REGION,
    call: ({ pathwayRunId }) => submitRun({ runId: pathwayRunId, email: 'not-an-account@example.test', message: '' }),
  },
  'run-submissions.revokeSubmission': { rule: FORBIDDEN, call: () => revokeSubmission(NO_IMPORT) },
  'run-comments.listComments': {
    rule: { ...REGION, deanery: ['nothing', 'forbidden'] },
    call: ({ pathwayRunId }) => listComments(pathwayRunId),
  },
  'run-comments.addComment': { rule: REGION, call: ({ pathwayRunId }) => addComment(pathwayRunId, '') },
  'run-comments.removeComment': { rule: FORBIDDEN, call: () => removeComment(NO_IMPORT) },
  'scenarios.getScenarioKind': { rule: REGION, call: ({ scenarioId }) => getScenarioKind(scenarioId) },
  'scenarios.getScenario': { rule: REGION, call: ({ scenarioId }) => getScenario(scenarioId) },
  'scenarios.listScenarios': { rule: { ...NOBODY, deanery: BOTH_ALLOWED }, call: listScenarios },
  'scenarios.saveAndRun': {
    rule: REGION,
    call: ({ areaCode }) => saveAndRun(draftWith({ areaCode, typed: [TYPED_NORTH_EAST] })),
  },
  'uploads.findUpload': { rule: IMPORT, call: () => findUpload('none').catch(absent) },
  'uploads.receiveUpload': { rule: IMPORT, call: () => receiveUpload(new Blob(['a']).stream()) },
  'scenarios.setScenarioArchived': {
    rule: REGION,
    call: ({ scenarioId }) => setScenarioArchived(scenarioId, false),
  },
  // Writes what was read under the viewer already: anybody who is signed in.
  'table-export.exportTable': {
    rule: { ...PUBLISHED, 'no grant': BOTH_ALLOWED },
    call: () =>
      exportTable({ table: EMPTY_TABLE, format: 'csv', name: 'empty', action: 'test.export', subject: 'empty' }),
  },
};

/** Exported functions that ask no viewer, each with the reason. */
export const NOT_GUARDED: Readonly<Record<string, string>> = {
  'access-tokens.hashOfToken': 'pure: hashes a token',
  'area-vintages.comparedDay': 'pure: arranges areas that were read under the viewer',
  'area-vintages.vintageChoices': 'pure: arranges areas that were read under the viewer',
  'area-vintages.vintageFor': 'pure: arranges areas that were read under the viewer',
  'area-vintages.vintagesByType': 'pure: arranges areas that were read under the viewer',
  'audit.recordAudit': 'writes within a transaction that is already authorised',
  'briefing-content.briefingDocument': 'pure: arranges figures that were read under the viewer',
  'catalogue-search.searchCatalogue': 'pure: searches entries that were read under the viewer',
  'clock.today': 'pure: the date',
  'count-publication.publishCountTable': 'writes within the publisher’s transaction, after its caller has authorised',
  'count-publication.publishShares': 'writes within the publisher’s transaction, after its caller has authorised',
  'people-protection.protectPeople': 'writes within the publisher’s transaction, after its caller has authorised',
  'errors.AccessDenied': 'error class',
  'errors.ImportRefused': 'error class',
  'errors.NotFound': 'error class',
  'errors.TooLarge': 'error class',
  'errors.TooManyAttempts': 'error class',
  'errors.Withheld': 'error class',
  'evidence.listGlossary': 'public: the field’s words, needed before signing in',
  'figure-export.figureRecord': 'pure: a figure that was read under the viewer, as a line of a file',
  'findings-afterwards.workOutFindingsSoon': 'calls listFindings later, as the viewer who has published',
  'findings-afterwards.findingsWorkedOut':
    'calls listFindings at the end of a command, as the viewer who has published',
  'findings-afterwards.readyJourneysAtStart': 'at the start of a server, as its operator; gives nothing out',
  'first-accounts.createFirstAccounts': 'set-up by the operator, before there is any account',
  'health.checkHealth': 'public: says only whether the database answers',
  'import-words.changeFacts': 'pure: an entry of the ledger that was read under the viewer, in words',
  'member-figures.memberFigure': 'pure: works from observations that were read under the viewer',
  'member-figures.pointKey': 'pure: names a figure',
  'operator.findAccountViewer': 'finds the viewer that a command runs as; only at the machine’s shell',
  'password.checkPassword': 'sign-in',
  'password.hashPassword': 'sign-in',
  'published-store.forgetPublished': 'drops what is held; reads nothing',
  'published-store.publishedStore': 'reads under the viewer’s own rights, after its caller has authorised',
  'quality-flags.createFlagFinder': 'pure: arranges flags of figures that were read under the viewer',
  'quality-flags.toQualityRow': 'pure: an observation that was read under the viewer, as it is checked',
  'quality-flags.findQualityFlags': 'pure: checks observations that were read under the viewer',
  'rebased-figures.rebasedFigures': 'pure: works from observations that were read under the viewer',
  'scenario-inputs.toScenarioInputs': 'pure: reads the form',
  'scenario-runs.addRun': 'writes within a transaction that is already authorised',
  'pathway-scenarios.authoriseScenario': 'is the guard itself',
  'run-questions.authoriseQuestion': 'is the guard itself',
  'scenario-runs.runIdOf': 'pure: hashes a receipt',
  'setup.prepareDemonstration': 'set-up by the operator, before the server starts',
  'first-accounts.keepOperator': 'set-up by the operator, before the server starts',
  'setup.prepareDatabase': 'set-up by the operator, before the server starts',
  'sign-in.checkSignIn': 'sign-in',
  'sign-in-throttle.createSignInThrottle': 'sign-in',
  'scenario-marks.markScenario': 'puts a mark on a row that its caller has read, and authorises for its region',
  'table-export.csvOf': 'pure: writes a table that was read under the viewer',
  'profile-figures.profileFigures': 'chooses from the store that its caller has read',
  'table-papers.fictionalPart': 'looks at a table that its caller has read',
  'table-papers.withPapers': 'pure: sums up a table that was read under the viewer',
  'succession.successionOf': 'pure: arranges what the published store holds',
  'to-figure.toFigure': 'pure: arranges a stored observation',
  'release-quality.readableQuality': 'pure: leaves out what is not for the viewer',
  'release-quality.releaseQuality': 'pure: checks rows that its caller has read as the publisher',
  'release-words.withReadableWords': 'pure: a release that was read under the viewer, in words for that viewer',
  'uploads.UploadTooLarge': 'error class',
  'uploads.dropOldUploads': 'removes files by their age alone; nobody asks for it',
  'uploads.sweepUploads': 'the same, at the start of a server',
  'uploads.dropUpload': 'removes a file that is read; its caller has authorised',
  'uploads.endUpload': 'removes or keeps a file that is read; its caller has authorised',
  'token-viewer.findTokenViewer': 'finds the viewer that a token stands for; only for a request that carries one',
  'viewer.asViewer': 'runs queries under the viewer’s row-level security',
  'viewer.authorise': 'is the guard',
  'viewer.currentViewer': 'is the guard',
  'viewer.findViewer': 'is the guard',
  'viewer.requireViewer': 'is the guard',
  'viewer.requireViewerFor': 'is the guard',
  'viewer.runAs': 'is the guard',
};
