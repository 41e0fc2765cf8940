import { z } from 'zod';
import { FiguresQuery } from '@/lib/contracts/figures-query';
import { FileFormat, type TableFile } from '@/lib/contracts/table-file';
import { exportFigureList, exportFigures } from '@/lib/data/figure-export';
import { exportRegister as exportAudited, REGISTERS } from '@/lib/data/registers';
import { csvOf } from '@/lib/data/table-export';
import type { Arguments, Command, CommandResult } from './command';

const usage = (message: string): CommandResult => ({ status: 2, document: { error: message }, text: message });

const asFile = (path: string, body: string | Uint8Array) => [{ path, base64: Buffer.from(body).toString('base64') }];

/** Text goes to standard output unless it goes to a file; the line end is the command line's own. */
function written(body: string, out: string | undefined, document: unknown): CommandResult {
  return { status: 0, document, text: out ? '' : body.trimEnd(), files: out ? asFile(out, body) : [] };
}

const recordsOf = ({ columns, rows }: TableFile) =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null])));

const Register = z.enum(REGISTERS);
const RegisterOptions = z.object({
  root: z.string().min(1).optional(),
  format: z.enum(['csv', 'json']).default('csv'),
});

/** A whole register, for other programs: no byte-order mark, field names as the exchange files have them. */
async function exportRegister(
  register: z.infer<typeof Register>,
  { options, json }: Arguments,
): Promise<CommandResult> {
  const read = RegisterOptions.safeParse({ ...(json ? { format: 'json' } : {}), ...options });
  if (!read.success) return usage(`export: ${z.prettifyError(read.error)}`);
  const table = await exportAudited(register, read.data.root ?? null, read.data.format);
  const records = recordsOf(table);
  const body = read.data.format === 'json' ? JSON.stringify(records) : csvOf(table, { bom: false });
  return written(body, options.out, records);
}

async function exportOneIndicator({ words, options, json }: Arguments): Promise<CommandResult> {
  const { type, area, out } = options;
  const query = FiguresQuery.safeParse({ indicator: words[1], ...(type ? { type } : {}), ...(area ? { area } : {}) });
  // `--json` says what is printed, `--format` what the file is; either alone stands for both.
  const format = z
    .enum([...FileFormat.options, 'json'])
    .default(json ? 'json' : 'csv')
    .safeParse(options.format);
  if (!query.success) return usage(`export: ${z.prettifyError(query.error)}`);
  if (!format.success) return usage(`export: ${z.prettifyError(format.error)}`);
  if (format.data === 'json') {
    const figures = await exportFigureList(query.data);
    return written(JSON.stringify({ figures }), out, { figures });
  }
  if (format.data === 'xlsx' && !out) return usage('export: name the file of a workbook with --out.');
  if (json && !out)
    return usage('export: name the file with --out, or leave out --format: with --json figures are printed as JSON.');
  const { body } = await exportFigures(query.data, format.data);
  return typeof body === 'string'
    ? written(body, out, { written: out ?? null })
    : { status: 0, document: { written: out }, text: '', files: out ? asFile(out, body) : [] };
}

export const exportCommand: Command = {
  usage: 'export <what>',
  about: `${REGISTERS.join(', ')} [--root CODE] [--format csv|json], or an indicator [--type T] [--area CODE] [--format csv|json|xlsx]; [--out FILE]`,
  options: ['format', 'root', 'out', 'type', 'area'],
  mostWords: 2,
  run: async (args) => {
    const register = Register.safeParse(args.words[1]);
    if (register.success) return exportRegister(register.data, args);
    return args.words[1] ? exportOneIndicator(args) : usage(`export: name ${REGISTERS.join(', ')} or an indicator.`);
  },
};
