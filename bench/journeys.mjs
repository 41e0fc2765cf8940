// The journeys store: the demonstration cohort of some 142,000 people; 5 million from the same generator (scale 36, 3.2 million
// distinct cells); and the worst case, 5 million invented people of a country of England's size, nearly every one a cell of
// their own. Records are made before the clock starts, a batch at a time: what is timed is the store alone.
import { loadBundled } from './bundle.mjs';
import { quantile } from './measure.mjs';

const load = () =>
  loadBundled(
    'journeys',
    `export { buildModel, DEFAULT_OPTIONS } from '@/lib/domain/demonstration/model';
export { cohortRecords, placesOf } from '@/lib/domain/journeys/demonstration-fixture';
export { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
export { protectJourneys } from '@/lib/domain/journeys/protection/protect-journeys';
export { protectedTable } from '@/lib/domain/journeys/protection/protected-journeys';
export { JOURNEY_SHAPES } from '@/lib/domain/journeys/journey-shapes';
export { makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
export { tableOf } from '@/lib/domain/journeys/table-of';
export { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
export { seededGenerator } from '@/lib/domain/statistics/seeded-generator';`,
  );

const BATCH = 50_000;
const PERIODS = {
  entry: [2006, 2011, 2016, 2021].map((from) => ({ label: `${from}-${from + 4}`, from, to: from + 4 })),
  foundation: [2012, 2017, 2022].map((from) => ({ label: `${from}-${from + 4}`, from, to: from + 4 })),
};
const MIB = 2 ** 20;

const INVENTED_PEOPLE = 5_000_000;

const codes = (prefix, length) => Array.from({ length }, (_, i) => `${prefix}${100 + i}`);

/** As many places as England has: 318 authorities, 42 boards, 44 schools, 20 foundation areas, 13 training regions. */
function inventedPlaces(next) {
  const [homes, schools, foundationAreas] = [codes('H', 318), codes('s', 44), codes('FA', 20)];
  const [boards, regions] = [codes('B', 42), codes('R', 13)];
  const all = [...homes, ...schools, ...foundationAreas];
  return {
    ...{ homes, schools, foundationAreas, boards, regions },
    regionOf: new Map(all.map((code) => [code, regions[Math.floor(next() * regions.length)]])),
    boardOf: new Map(homes.map((code) => [code, boards[Math.floor(next() * boards.length)]])),
    capitalRegion: regions[0],
    positions: new Map(all.map((code) => [code, { latitude: 50 + 5 * next(), longitude: -5 + 6 * next() }])),
  };
}

/** Everything drawn evenly, so that hardly two people share a cell. */
function* inventedRecords({ seededGenerator, SPECIALTY_GROUPS }, places) {
  const next = seededGenerator('bench/journeys');
  const oneOf = (values) => values[Math.floor(next() * values.length)];
  for (let i = 0; i < INVENTED_PEOPLE; i += 1) {
    const entryYear = 2006 + Math.floor(next() * 20);
    yield {
      entryYear,
      homeLadCode: oneOf(places.homes),
      schoolId: oneOf(places.schools),
      sex: oneOf(['F', 'M', 'X', 'U']),
      ethnicity: oneOf(['white', 'asian', 'black', 'mixed', 'other', 'unknown']),
      imdQuintile: oneOf(['1', '2', '3', '4', '5', null]),
      entryRoute: oneOf(['standard', 'graduate', 'gateway']),
      foundationAreaCode: oneOf(places.foundationAreas),
      foundationYear: entryYear + oneOf([4, 5, 6]),
      specialtyAreaCode: oneOf(places.regions),
      specialtyGroup: oneOf(SPECIALTY_GROUPS),
      careerAreaCode: oneOf(places.regions),
      careerType: oneOf(['gp', 'consultant', 'other', 'left', 'unknown', null]),
      count: 1,
    };
  }
}

function buildTimed(own, places, records) {
  const builder = own.makeJourneyStoreBuilder({ places, periods: PERIODS });
  let spent = 0;
  const timed = (work) => {
    const from = performance.now();
    const made = work();
    spent += performance.now() - from;
    return made;
  };
  let batch = [];
  for (const record of records) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    timed(() => builder.addRecords(batch));
    batch = [];
  }
  timed(() => builder.addRecords(batch));
  const before = process.memoryUsage().arrayBuffers / MIB;
  const store = timed(() => builder.finish());
  return { store, seconds: spent / 1000, peakMib: before + store.bytes / MIB };
}

/** Every shape with every filter that it permits, a period each time or all years, in turn. */
function requestsOf({ JOURNEY_SHAPES }, store) {
  return JOURNEY_SHAPES.flatMap(({ id }) => {
    const cube = store.cubes.get(id);
    return cube.planes.flatMap(({ clock, label }) =>
      cube.slots.map(({ by, value }) => [
        id,
        { ...(clock === null ? {} : { period: { clock, label } }), ...(by === null ? {} : { [by]: value }) },
      ]),
    );
  });
}

/** Milliseconds of each request, each of which has to give a table. */
const readTimed = (requests, read) =>
  requests.map(([shape, filter]) => {
    const from = performance.now();
    const outcome = read(shape, filter);
    const spent = performance.now() - from;
    if (outcome.kind !== 'table') throw new Error(`${shape} was not made: ${JSON.stringify(outcome)}`);
    return spent;
  });

const sizeOf = ({ cubes }) => [...cubes.values()].reduce((sum, { published }) => sum + published.byteLength, 0);

/**
 * Protecting every table together, under each rule, and then reading them as pages do: seconds, how far the process grows, what stays in
 * memory, and every permitted shape with every filter.
 */
function protectTimed({ protectJourneys, protectedTable, RULE_SETS }, { name, store, requests, seconds, queryMs }) {
  return [RULE_SETS.hesa_rounding_5, RULE_SETS.nhs_subnational_1_to_7].flatMap((ruleSet) => {
    const [from, before] = [performance.now(), process.memoryUsage().rss];
    const tables = protectJourneys(store, ruleSet);
    const spent = (performance.now() - from) / 1000;
    const grown = Math.max(0, process.memoryUsage().rss - before) / MIB;
    const times = readTimed(requests, (shape, filter) => protectedTable(tables, shape, filter));
    const row = `journeys_${name}_protect_${ruleSet.id}`;
    return [
      { name: row, value: spent, unit: 's', target: null },
      { name: `${row}_with_build`, value: seconds + spent, unit: 's', target: null },
      { name: `${row}_memory`, value: grown, unit: 'MiB', target: null },
      { name: `${row}_arrays`, value: sizeOf(tables) / MIB, unit: 'MiB', target: null },
      { name: `${row}_query_p95`, value: quantile(times, 0.95), unit: 'ms', target: queryMs },
    ];
  });
}

function benchCohort(own, { name, places, records, buildSeconds, queryMs }) {
  const { store, seconds, peakMib } = buildTimed(own, places, records);
  const requests = requestsOf(own, store);
  const times = readTimed(requests, (shape, filter) => own.tableOf(store, shape, filter));
  return [
    { name: `journeys_${name}_people`, value: store.people, unit: 'people', target: null },
    { name: `journeys_${name}_cells`, value: store.cells.cells, unit: 'cells', target: null },
    { name: `journeys_${name}_build`, value: seconds, unit: 's', target: buildSeconds },
    { name: `journeys_${name}_query_p95`, value: quantile(times, 0.95), unit: 'ms', target: queryMs },
    { name: `journeys_${name}_arrays`, value: store.bytes / MIB, unit: 'MiB', target: null },
    { name: `journeys_${name}_build_arrays`, value: peakMib, unit: 'MiB', target: null },
    ...protectTimed(own, { name, store, requests, seconds, queryMs }),
  ];
}

const demonstration = (own, scale) => {
  const model = own.buildModel({ ...own.DEFAULT_OPTIONS, scale });
  return { places: own.placesOf(model), records: own.cohortRecords(model) };
};

/** `isShort`: the demonstration cohort only. */
export async function benchJourneys({ isShort = false } = {}) {
  const own = await load();
  const short = benchCohort(own, { name: '150k', ...demonstration(own, 1), buildSeconds: 3, queryMs: 5 });
  if (isShort) return short;
  const places = inventedPlaces(own.seededGenerator('bench/journeys/places'));
  const million = { buildSeconds: 60, queryMs: 50 };
  return [
    ...short,
    ...benchCohort(own, { name: '5m', ...demonstration(own, 36), ...million }),
    ...benchCohort(own, { name: '5m_worst', places, records: inventedRecords(own, places), ...million }),
  ];
}
