import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** The template was refused, or the document breaks a rule of PDF/UA-1. */
export class PrintError extends Error {
  override readonly name = 'PrintError';
}

const FONTS = ['400Regular', '500Medium', '600SemiBold', '700Bold'] as const;
const EVICT_EVERY = 20;
const EVICT_AGE = 10;

type Engine = { readonly compiler: NodeCompiler; readonly workspace: string; readonly templates: Map<string, string> };

let engine: Engine | null = null;
let rendered = 0;

/** Paths start at the working folder: the bundled worker has no useful module path. */
const createEngine = (): Engine => {
  // Nothing outside the workspace can be read by a template.
  const workspace = path.join(process.cwd(), 'lib/print');
  const fonts = path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter');
  const fontBlobs = FONTS.map((font) => readFileSync(path.join(fonts, font, `Inter_${font}.ttf`)));
  return {
    compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] }),
    workspace,
    templates: new Map(),
  };
};

const templateOf = ({ templates, workspace }: Engine, file: string): string => {
  const known = templates.get(file) ?? readFileSync(path.join(workspace, file), 'utf8');
  templates.set(file, known);
  return known;
};

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

type PrintOrder = {
  /** File in `lib/print`, and the name under which it reads its data. */
  readonly template: string;
  readonly dataFile: string;
  readonly data: unknown;
  /** Seconds since 1970. */
  readonly createdAtS: number;
};

/**
 * A document as a tagged PDF (PDF/UA-1). The same data give the same bytes. They go in as JSON, never as template source.
 * Warnings are errors: a missing font is only a warning and would print in another typeface.
 */
export const printPdf = ({ template, dataFile, data, createdAtS }: PrintOrder): Uint8Array => {
  engine ??= createEngine();
  const { compiler, workspace } = engine;
  compiler.mapShadow(path.join(workspace, dataFile), Buffer.from(JSON.stringify(data)));
  const output = compiler.compile({ mainFileContent: templateOf(engine, template) });
  const problem = output.takeError() ?? output.takeWarnings();
  if (problem !== null) throw new PrintError(JSON.stringify(problem.shortDiagnostics));
  if (output.result === null) throw new PrintError('The template gave no document.');
  rendered += 1;
  if (rendered % EVICT_EVERY === 0) compiler.evictCache(EVICT_AGE);
  try {
    return compiler.pdf(output.result, { pdfStandard: 'ua-1', creationTimestamp: createdAtS });
  } catch (error) {
    // The engine reports a breach of PDF/UA-1, such as a missing alt text, only here.
    throw new PrintError(message(error));
  }
};
