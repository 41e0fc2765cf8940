import type { Role } from '@/e2e/fixtures/accounts';
import { readRecords } from '@/e2e/fixtures/records';

export type Route = { name: string; role: Role | null; path: () => string; status: number };

const route = (name: string, role: Role | null, path: string | (() => string), status = 200): Route => ({
  name,
  role,
  path: typeof path === 'string' ? () => path : path,
  status,
});

/** Every route of the app, with a role that reaches it. */
export const ROUTES: readonly Route[] = [
  route('sign-in', null, '/sign-in'),
  route('home of a training manager', 'yorkshire', '/'),
  route('home of a manager whose region is not loaded', 'northeast', '/'),
  route('home of a commissioner', 'commissioner', '/'),
  route('home of medical school staff', 'school', '/'),
  route('home of an analyst', 'analyst', '/'),
  route('home of an administrator', 'admin', '/'),
  route('regions as tiles', 'commissioner', '/regions'),
  route('regions as bubbles', 'commissioner', '/regions?view=bubbles'),
  route(
    'regions with figures that are not loaded',
    'commissioner',
    '/regions?indicator=specialty-fill-rate&breakdown=ST3',
  ),
  route('boards', 'commissioner', '/regions?type=icb'),
  route('boards as bubbles', 'commissioner', '/regions?type=icb&view=bubbles'),
  route('all figures of all regions', 'commissioner', '/regions?view=rug'),
  route('all figures of all boards', 'commissioner', '/regions?type=icb&view=rug&order=name'),
  route('two figures of all regions', 'commissioner', '/regions?view=association&peers=TR-london,TR-wessex'),
  route('two figures of all boards', 'commissioner', '/regions?type=icb&view=association'),
  route(
    'regions against an earlier year, with peers',
    'commissioner',
    '/regions?indicator=specialty-fill-rate&breakdown=ST3&compare=period:2023&peers=TR-london',
  ),
  route('local authorities', 'commissioner', '/regions?type=local_authority'),
  route('Yorkshire and the Humber', 'yorkshire', '/regions/TR-yorkshire-and-the-humber'),
  route(
    'Yorkshire and the Humber compared with an earlier year, with peers',
    'yorkshire',
    '/regions/TR-yorkshire-and-the-humber?view=compare&compare=period:2023&peers=TR-london,TR-west-midlands&order=distance',
  ),
  route('North East', 'northeast', '/regions/TR-north-east'),
  route('England', 'commissioner', '/regions/E92000001'),
  route('England compared', 'commissioner', '/regions/E92000001?view=compare'),
  route('a board', 'commissioner', '/regions/E54000008'),
  route('a board compared', 'commissioner', '/regions/E54000008?view=compare'),
  route('a local authority', 'commissioner', '/regions/E08000035'),
  route('schools', 'school', '/schools'),
  route('a school', 'school', '/schools/university-of-leeds'),
  route('data', 'analyst', '/data'),
  route('a definition', 'analyst', '/data/specialty-fill-rate'),
  route('releases', 'analyst', '/data/releases'),
  route('counts of people', 'analyst', '/data/counts'),
  route('evidence', 'school', '/evidence'),
  route('scenarios', 'yorkshire', '/scenarios'),
  route('new scenario', 'yorkshire', '/scenarios/new?region=TR-yorkshire-and-the-humber&lever=golden-hello'),
  route('new scenario of a region that is not loaded', 'northeast', '/scenarios/new'),
  route('result of a scenario', 'yorkshire', () => `/scenarios/${readRecords('yorkshire').scenarioId}`),
  route('briefings', 'yorkshire', '/briefings'),
  route('new briefing', 'yorkshire', '/briefings/new'),
  route('a briefing', 'yorkshire', () => `/briefings/${readRecords('yorkshire').briefingId}`),
  route('accounts and audit', 'admin', '/admin'),
  route('help', null, '/help'),
  route('accessibility', null, '/accessibility'),
  route('401', null, '/regions', 401),
  route('403', 'commissioner', '/admin', 403),
  route('404', 'commissioner', '/regions/TR-nowhere', 404),
];
