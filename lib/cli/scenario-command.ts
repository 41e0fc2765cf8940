import { replayRun } from '@/lib/data/scenario-runs';
import { listScenarios } from '@/lib/data/scenarios';
import type { Command, CommandResult } from './command';

async function list(): Promise<CommandResult> {
  const scenarios = await listScenarios();
  const text = scenarios.map(({ id, areaName, level, name }) => `${id}\t${areaName}\t${level}\t${name}`).join('\n');
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

export const scenarioCommand: Command = {
  usage: 'scenario list | replay <run>',
  about: 'list scenarios, or run a receipt again and compare every number',
  mostWords: 3,
  run: async ({ words }) => {
    const [, verb, runId] = words;
    if (verb === 'list') return list();
    if (verb === 'replay' && runId) return replay(runId);
    const message = 'scenario: say "list" or "replay <run id>".';
    return { status: 2, document: { error: message }, text: message };
  },
};
