import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replayPathwayRun } from '@/lib/data/pathway-runs';
import { modelPathway } from '@/lib/data/pathway-scenarios';
import { replayRun } from '@/lib/data/scenario-runs';
import { listScenarios } from '@/lib/data/scenarios';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import type { Command, CommandResult } from './command';
import { scenarioText } from './scenario-text';

async function list(): Promise<CommandResult> {
  const scenarios = await listScenarios();
  const text = scenarios
    .map(({ id, areaName, level, years, name }) => `${id}\t${areaName}\t${level ?? `${years} years`}\t${name}`)
    .join('\n');
  return { status: 0, document: { scenarios }, text };
}

async function replay(runId: string): Promise<CommandResult> {
  const outcome = await replayRun(runId);
  const same = outcome.sameId && outcome.sameResult;
  const text = same
    ? `Run ${runId} replays to the same numbers.`
    : `Run ${runId} does NOT replay: ${outcome.sameId ? 'its numbers differ' : 'its receipt was changed'}.`;
  return { status: same ? 0 : 1, document: outcome, text };
}

/** A pathway run's document is its result, as `--input` prints it: the same receipt, the same bytes. */
async function replayPathway(runId: string): Promise<CommandResult> {
  const { result, sameId, sameResult, run } = await replayPathwayRun(runId);
  const gone = run.releases.filter(({ status }) => status === 'withdrawn');
  const text = [
    sameId && sameResult
      ? `Run ${runId} replays to the same numbers.`
      : `Run ${runId} does NOT replay: ${sameId ? 'its numbers differ' : 'the engine or its receipt changed'}.`,
    ...gone.map(
      ({ title, withdrawnReason }) => `WITHDRAWN since: ${title}${withdrawnReason ? ` (${withdrawnReason})` : ''}.`,
    ),
  ].join('\n');
  return { status: sameId && sameResult ? 0 : 1, document: result, text };
}

const fault = (status: 1 | 2, message: string, document: unknown = { error: message }): CommandResult => ({
  status,
  document,
  text: message,
});

async function readScenario(file: string): Promise<PathwayScenario | string> {
  const text = await readFile(path.resolve(file), 'utf8').catch(() => null);
  if (text === null) return `scenario: there is no file ${file}`;
  try {
    const read = PathwayScenario.safeParse(JSON.parse(text));
    return read.success ? read.data : `scenario: ${z.prettifyError(read.error)}`;
  } catch {
    return `scenario: ${file} is not JSON`;
  }
}

async function model(file: string): Promise<CommandResult> {
  const scenario = await readScenario(file);
  if (typeof scenario === 'string') return fault(2, scenario);
  const result = await modelPathway(scenario);
  if (result.kind === 'not_loaded') {
    return fault(1, `Not loaded for this country: ${result.missing.join('; ')}.`, result);
  }
  if (result.kind === 'refused') return fault(1, result.reasons.map(({ message }) => message).join('\n'), result);
  return { status: 0, document: result, text: scenarioText(result) };
}

export const scenarioCommand: Command = {
  usage: 'scenario …',
  about:
    'list | --input FILE: model the pathway | --replay RUN: run it again, compare every number | replay RUN: a round',
  options: ['input', 'replay'],
  mostWords: 3,
  run: async ({ words, options }) => {
    if (options.input !== undefined) return model(options.input);
    if (options.replay !== undefined) return replayPathway(options.replay);
    const [, verb, runId] = words;
    if (verb === 'list') return list();
    if (verb === 'replay' && runId) return replay(runId);
    const message = 'scenario: say "list", "--input <file>", "--replay <run id>" or, for a round, "replay <run id>".';
    return { status: 2, document: { error: message }, text: message };
  },
};
