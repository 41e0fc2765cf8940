import { existsSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { loadOracleSets } from '@/lib/testing/oracles/load';
import { adaptersWithoutSet, reportLines, runSet, type SetReport } from '@/lib/testing/oracles/run';
import type { Command, CommandResult } from './command';

const FIXTURES = path.join('lib', 'testing', 'fixtures', 'oracles');

/** The project's own cases: here a set without adapter, or an adapter without set, is a failure too. */
async function runFixtures(): Promise<{ reports: SetReport[]; missing: string[] }> {
  const loaded = loadOracleSets(FIXTURES);
  const reports = await Promise.all(loaded.map(runSet));
  const unadapted = reports.filter(({ hasAdapter }) => !hasAdapter).map(({ name }) => `${name}: a set without adapter`);
  return {
    reports,
    missing: [...unadapted, ...adaptersWithoutSet(loaded).map((name) => `${name}: an adapter without set`)],
  };
}

async function runFolders(folders: readonly string[]): Promise<{ reports: SetReport[]; missing: string[] }> {
  const loaded = folders.flatMap((folder) => loadOracleSets(path.resolve(env.INIT_CWD ?? '.', folder)));
  const reports = await Promise.all(loaded.map(runSet));
  return { reports, missing: [] };
}

export const oraclesCommand: Command = {
  usage: 'oracles [folder …]',
  about: 'run the published cases of every calculation',
  mostWords: 1_000,
  standalone: true,
  run: async ({ words }): Promise<CommandResult> => {
    const folders = words.slice(1);
    const absent = folders.filter((folder) => !existsSync(path.resolve(env.INIT_CWD ?? '.', folder)));
    if (absent.length > 0) {
      const message = `oracles: there is no folder ${absent.join(', ')}.`;
      return { status: 2, document: { error: message }, text: message };
    }
    const { reports, missing } = await (folders.length > 0 ? runFolders(folders) : runFixtures());
    const passed = missing.length === 0 && reports.every(({ failed }) => failed === 0);
    const text = [...reports.flatMap(reportLines), ...missing].join('\n');
    return { status: passed ? 0 : 1, document: { reports, missing }, text };
  },
};
