import type { PageTable } from '@/lib/contracts/page-tables';
import type { Role } from '@/lib/domain/access/access';
import type { RegionRecords } from './region-records';

type Person = Role | 'no grant';

/** Status of the answer in the person's own region or school, and in the other. */
type Rule = Readonly<Record<Person, readonly [own: number, other: number]>>;

const OK = [200, 200] as const;
const NO = [403, 403] as const;
const EVERYBODY: Rule = { deanery: OK, school: OK, commissioner: OK, analyst: OK, admin: OK, 'no grant': NO };
const NOBODY: Rule = { deanery: NO, school: NO, commissioner: NO, analyst: NO, admin: NO, 'no grant': NO };
const ADMIN: Rule = { ...NOBODY, admin: OK };
const ANALYST: Rule = { ...NOBODY, analyst: OK };

/** What an address names beside a region’s records. */
export type Named = RegionRecords & { schoolCode: string; importId: string };

type Case = { query: (named: Named) => Readonly<Record<string, string>>; rule: Rule };

const nothing = () => ({});
const ofArea = ({ areaCode }: Named) => ({ area: areaCode });
const ofImport = ({ importId }: Named) => ({ import: importId });

/** Role × scope × table of a page. */
export const PAGE_TABLE_CASES: Readonly<Record<PageTable, Case>> = {
  accounts: { query: nothing, rule: ADMIN },
  audit: { query: nothing, rule: ADMIN },
  tokens: { query: nothing, rule: EVERYBODY },
  briefings: { query: nothing, rule: { ...NOBODY, deanery: OK, commissioner: OK } },
  briefing: {
    query: ({ briefingId }) => ({ briefing: briefingId, part: 'position' }),
    rule: { ...NOBODY, deanery: [200, 403] },
  },
  // A list of one’s own regions: without any, it is empty.
  scenarios: { query: nothing, rule: EVERYBODY },
  // What one was sent, with or without a role: here nothing.
  'received-runs': { query: nothing, rule: { ...EVERYBODY, 'no grant': OK } },
  'backtest-errors': { query: nothing, rule: { ...NOBODY, deanery: OK } },
  'backtest-forecasts': { query: nothing, rule: { ...NOBODY, deanery: OK } },
  'past-projections': { query: nothing, rule: { ...NOBODY, deanery: OK } },
  'compared-runs': {
    query: ({ pathwayRunId }) => ({ runs: pathwayRunId, part: 'outcomes' }),
    rule: { ...NOBODY, deanery: [200, 403] },
  },
  releases: { query: nothing, rule: EVERYBODY },
  'indicator-releases': { query: () => ({ indicator: 'imd-score' }), rule: EVERYBODY },
  catalogue: { query: nothing, rule: EVERYBODY },
  'count-tables': { query: nothing, rule: EVERYBODY },
  imports: { query: nothing, rule: ANALYST },
  'import-errors': { query: ofImport, rule: ANALYST },
  'import-notes': { query: ofImport, rule: ANALYST },
  recommendations: { query: nothing, rule: EVERYBODY },
  levers: { query: nothing, rule: EVERYBODY },
  'evidence-themes': { query: nothing, rule: EVERYBODY },
  'evidence-sources': { query: nothing, rule: EVERYBODY },
  findings: { query: nothing, rule: EVERYBODY },
  'training-regions': { query: nothing, rule: EVERYBODY },
  'placement-stability': { query: ofArea, rule: EVERYBODY },
  'specialty-posts': { query: ofArea, rule: EVERYBODY },
  'under-doctored': { query: ofArea, rule: EVERYBODY },
  'similar-areas': { query: ofArea, rule: EVERYBODY },
  'home-authorities': {
    query: ({ schoolCode }) => ({ school: schoolCode }),
    rule: { ...EVERYBODY, school: [200, 403], admin: NO },
  },
};
