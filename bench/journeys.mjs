// The journeys store: the demonstration cohort of some 142,000 people, and 5 million from the same generator at scale 36.
// Records are made before the clock starts, a batch at a time: what is timed is the store alone.
import { loadBundled } from './bundle.mjs';
import { quantile } from './measure.mjs';

const load = () =>
  loadBundled(
    'journeys',
    `export { buildModel, DEFAULT_OPTIONS } from '@/lib/domain/demonstration/model';
export { cohortRecords, placesOf } from '@/lib/domain/journeys/demonstration-fixture';
export { JOURNEY_SHAPES } from '@/lib/domain/journeys/journey-shapes';
export { makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
export { tableOf } from '@/lib/domain/journeys/table-of';`,
  );

const BATCH = 50_000;
const PERIODS = {
  entry: [2006, 2011, 2016, 2021].map((from) => ({ label: `${from}-${from + 4}`, from, to: from + 4 })),
  foundation: [2012, 2017, 2022].map((from) => ({ label: `${from}-${from + 4}`, from, to: from + 4 })),
};
const MIB = 2 ** 20;

const heldMib = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / MIB;
};

function buildTimed(own, model) {
  const builder = own.makeJourneyStoreBuilder({ places: own.placesOf(model), periods: PERIODS });
  let spent = 0;
  const timed = (work) => {
    const from = performance.now();
    const made = work();
    spent += performance.now() - from;
    return made;
  };
  let batch = [];
  for (const record of own.cohortRecords(model)) {
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

function benchScale(own, scale, name, { buildSeconds, queryMs }) {
  const held = heldMib();
  const { store, seconds, peakMib } = buildTimed(own, own.buildModel({ ...own.DEFAULT_OPTIONS, scale }));
  const heldNow = heldMib() - held;
  const times = requestsOf(own, store).map(([shape, filter]) => {
    const from = performance.now();
    const outcome = own.tableOf(store, shape, filter);
    const spent = performance.now() - from;
    if (outcome.kind !== 'table') throw new Error(`${shape} was not made: ${JSON.stringify(outcome)}`);
    return spent;
  });
  return [
    { name: `journeys_${name}_people`, value: store.people, unit: 'people', target: null },
    { name: `journeys_${name}_cells`, value: store.cells.cells, unit: 'cells', target: null },
    { name: `journeys_${name}_build`, value: seconds, unit: 's', target: buildSeconds },
    { name: `journeys_${name}_query_p95`, value: quantile(times, 0.95), unit: 'ms', target: queryMs },
    { name: `journeys_${name}_arrays`, value: store.bytes / MIB, unit: 'MiB', target: null },
    { name: `journeys_${name}_held`, value: heldNow, unit: 'MiB', target: null },
    { name: `journeys_${name}_peak_arrays`, value: peakMib, unit: 'MiB', target: null },
  ];
}

export async function benchJourneys() {
  const own = await load();
  return [
    ...benchScale(own, 1, '150k', { buildSeconds: 3, queryMs: 5 }),
    ...benchScale(own, 36, '5m', { buildSeconds: 60, queryMs: 50 }),
  ];
}
