import { createBriefing, renderBriefing } from '@/lib/data/briefings';
import { type Command, inWords } from './command';

export const briefingCommand: Command = {
  usage: 'briefing <area code>',
  about: 'make a briefing PDF of an area [--run RUN] [--out FILE]',
  options: ['run', 'out'],
  mostWords: 2,
  run: async ({ words, options }, tell) => {
    const progress = inWords(tell);
    const [, areaCode] = words;
    if (!areaCode) {
      const message = 'briefing: name an area code, e.g. TR-yorkshire-and-the-humber.';
      return { status: 2, document: { error: message }, text: message };
    }
    progress('Collecting figures');
    const id = await createBriefing({ areaCode, asks: [], purpose: 'information', runId: options.run ?? null });
    progress('Typesetting');
    const { fileName, pdf } = await renderBriefing(id);
    const path = options.out ?? fileName;
    return {
      status: 0,
      document: { briefing: id, file: path },
      text: '',
      files: [{ path, base64: Buffer.from(pdf).toString('base64') }],
    };
  },
};
