// What `npm run verify -- --thorough` does beyond the rest: minutes, not seconds.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { serverBinaries, startPostgres } from './postgres.mjs';
import { packageBin, root, StepFailed } from './steps.mjs';

const VITEST = ['run', '--config', 'lib/testing/vitest.config.ts'];
const LEAST_PROPERTY_RUNS = 200_000;
/** Of each property, of which there are well over 100. */
const RUNS_OF_EACH_PROPERTY = 4_000;
const KILLED_IMPORTS = 'lib/data/imports-killed.db.test.ts';
const MUTATION_REPORT = path.join(root, '.stead/mutation.json');

const thousands = (count) => count.toLocaleString('en-GB');

/** Every property of the statistics on many more inputs; what was really run is counted, by the properties themselves. */
function propertyRuns(tool) {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-properties-'));
  const log = path.join(directory, 'runs');
  try {
    tool('vitest', [...VITEST, '--testTimeout=600000', 'lib/domain/statistics'], {
      STEAD_PROPERTY_RUNS: String(RUNS_OF_EACH_PROPERTY),
      STEAD_PROPERTY_LOG: log,
    });
    const counts = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map(Number) : [];
    const total = counts.reduce((all, count) => all + count, 0);
    console.log(`${thousands(total)} property runs, ${counts.length} properties`);
    if (!(total >= LEAST_PROPERTY_RUNS)) throw new StepFailed(`Fewer than ${thousands(LEAST_PROPERTY_RUNS)}.`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The tests that know a full size: they name the variable that asks for it. */
function testsOfFullSize() {
  const files = readdirSync(path.join(root, 'lib'), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join('lib', name))
    .filter((file) => file !== KILLED_IMPORTS)
    .filter((file) => readFileSync(path.join(root, file), 'utf8').includes('STEAD_THOROUGH'));
  if (files.length === 0) throw new StepFailed('No test has a full size.');
  return files;
}

const isDetected = ({ status }) => status === 'Killed' || status === 'Timeout';
const isMissed = ({ status }) => status === 'Survived' || status === 'NoCoverage';

function listMutants() {
  const { files } = JSON.parse(readFileSync(MUTATION_REPORT, 'utf8'));
  const perFile = Object.entries(files).map(([file, { mutants }]) => ({
    file,
    detected: mutants.filter(isDetected).length,
    missed: mutants.filter(isMissed),
  }));
  const score = (parts) => {
    const detected = parts.reduce((all, part) => all + part.detected, 0);
    return (100 * detected) / parts.reduce((all, part) => all + part.missed.length, detected);
  };
  for (const part of perFile) {
    if (part.detected + part.missed.length > 0) console.log(`${score([part]).toFixed(1).padStart(6)} %  ${part.file}`);
  }
  const missed = perFile.flatMap((part) => part.missed.map((mutant) => ({ ...mutant, file: part.file })));
  console.log(`\n${missed.length} mutants survive:`);
  for (const { file, location, mutatorName, replacement } of missed) {
    console.log(`${file}:${location.start.line} ${mutatorName} ${replacement.replaceAll(/\s+/g, ' ')}`);
  }
  console.log(`\nMutation score ${score(perFile).toFixed(2)} %`);
}

/** Stryker itself fails where the score is below the threshold of its configuration. */
function mutants(tool) {
  rmSync(MUTATION_REPORT, { force: true });
  try {
    tool('stryker', ['run', '.config/stryker.json']);
  } finally {
    if (existsSync(MUTATION_REPORT)) listMutants();
  }
  if (!existsSync(MUTATION_REPORT)) throw new StepFailed('Stryker wrote no report.');
}

/** On PostgreSQL, then on the embedded database. */
async function killedImports(tool) {
  const binaries = serverBinaries();
  if (!binaries) throw new StepFailed('No PostgreSQL server binaries: imports are killed on both engines here.');
  const server = await startPostgres(binaries);
  try {
    tool('vitest', [...VITEST, KILLED_IMPORTS], { STEAD_THOROUGH: '1', STEAD_TEST_POSTGRES: server.url });
  } finally {
    server.stop();
  }
  tool('vitest', [...VITEST, KILLED_IMPORTS], { STEAD_THOROUGH: '1' });
}

/** Checks by name. `tool` runs a program of node_modules and throws where it fails. */
export const thoroughChecks = (runTool) => {
  const tool = (name, ...rest) => {
    if (!existsSync(packageBin(name))) throw new StepFailed(`${name} is not installed.`);
    runTool(name, ...rest);
  };
  return [
    [`property tests, ${thousands(LEAST_PROPERTY_RUNS)} runs`, () => propertyRuns(tool)],
    [
      'disclosure attacks and planted effects, full size',
      () => tool('vitest', [...VITEST, ...testsOfFullSize()], { STEAD_THOROUGH: '1' }),
    ],
    ['imports killed at 50 instants', () => killedImports(tool)],
    ['mutation score of the statistics', () => mutants(tool)],
  ];
};
