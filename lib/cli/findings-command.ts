import { findingsDocument } from '@/lib/contracts/findings-document';
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
    const document = findingsDocument(await listFindings(root));
    return {
      status: 0,
      document,
      text: document.findings
        .map(({ id, verdict, claim }) => `${id.padEnd(9)}${verdict.padEnd(20)}${claim}`)
        .join('\n'),
    };
  },
};
