import { listFindings } from '@/lib/data/findings';
import type { Command, CommandResult } from './command';
import { rootOption } from './root-option';

const usage = (message: string): CommandResult => ({ status: 2, document: { error: message }, text: message });

/** Each published claim that data can test, on what is loaded for a country. */
export const findingsCommand: Command = {
  usage: 'findings [--root <code>]',
  about: 'tests each published finding on the loaded data',
  options: ['root'],
  mostWords: 1,
  run: async ({ options }) => {
    const root = rootOption(options.root);
    if (root === null) return usage(`findings: there is no country ${options.root}.`);
    const { release, findings } = await listFindings(root);
    const cards = findings.map(({ id, claim, verdict, n, effect, unit, lower, upper, data, caution }) => ({
      ...{ id, claim, verdict, n, effect, unit, lower, upper, data, caution },
    }));
    return {
      status: 0,
      document: { release, root, findings: cards },
      text: cards.map(({ id, verdict, claim }) => `${id.padEnd(9)}${verdict.padEnd(20)}${claim}`).join('\n'),
    };
  },
};
