import { loadDemonstration, removeDemonstration } from '@/lib/data/demonstration';
import { ImportRefused } from '@/lib/data/errors';
import { type Command, type CommandResult, inWords } from './command';

const done = (text: string): CommandResult => ({ status: 0, document: { done: text }, text });
const refused = (status: 1 | 2, message: string): CommandResult => ({
  status,
  document: { error: message },
  text: message,
});

export const demonstrationCommand: Command = {
  usage: 'demonstration load|remove',
  about: 'the fictional demonstration country [--scale N]',
  options: ['scale'],
  mostWords: 2,
  run: async ({ words, options }, tell) => {
    const progress = inWords(tell);
    const scale = options.scale === undefined ? undefined : Number(options.scale);
    if (scale !== undefined && (!Number.isInteger(scale) || scale < 1 || scale > 20))
      return refused(2, 'demonstration: --scale is 1 to 20');
    try {
      if (words[1] === 'load') await loadDemonstration(progress, scale);
      else if (words[1] === 'remove') await removeDemonstration();
      else return refused(2, 'demonstration: say load or remove');
    } catch (error) {
      if (error instanceof ImportRefused) return refused(1, error.message);
      throw error;
    }
    return done(words[1] === 'load' ? 'The demonstration country is loaded.' : 'The demonstration country is removed.');
  },
};
