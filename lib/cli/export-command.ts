import { z } from 'zod';
import { FiguresQuery } from '@/lib/contracts/figures-query';
import { exportFigures, listFigures } from '@/lib/data/figure-export';
import type { Command } from './command';

export const exportCommand: Command = {
  usage: 'export <indicator>',
  about: 'figures of an indicator as CSV [--type T] [--area CODE] [--out FILE]',
  run: async ({ words, options, json }) => {
    const { type, area, out } = options;
    const query = FiguresQuery.safeParse({ indicator: words[1], ...(type ? { type } : {}), ...(area ? { area } : {}) });
    if (!query.success) {
      const message = `export: ${z.prettifyError(query.error)}`;
      return { status: 2, document: { error: message }, text: message };
    }
    const figures = json ? await listFigures(query.data) : [];
    const csv = json ? '' : await exportFigures(query.data);
    const files = out && !json ? [{ path: out, base64: Buffer.from(csv).toString('base64') }] : [];
    return { status: 0, document: { figures }, text: out ? '' : csv, files };
  },
};
