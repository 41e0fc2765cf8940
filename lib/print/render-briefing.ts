import { readFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { BriefingDocument } from '@/lib/contracts/briefing';

/** The template was refused, or the document breaks a rule of PDF/UA-1. */
export class BriefingRenderError extends Error {
  override readonly name = 'BriefingRenderError';
}

const FONTS = ['400Regular', '500Medium', '600SemiBold', '700Bold'] as const;
const EVICT_EVERY = 20;
const EVICT_AGE = 10;

type Engine = { readonly compiler: NodeCompiler; readonly template: string; readonly dataPath: string };

let engine: Engine | null = null;
let rendered = 0;

/** Paths start at the working folder: the bundled worker has no useful module path. */
const createEngine = (): Engine => {
  // Nothing outside the workspace can be read by the template.
  const workspace = path.join(process.cwd(), 'lib/print');
  const fonts = path.join(process.cwd(), 'node_modules/@expo-google-fonts/inter');
  const fontBlobs = FONTS.map((font) => readFileSync(path.join(fonts, font, `Inter_${font}.ttf`)));
  return {
    compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] }),
    template: readFileSync(path.join(workspace, 'briefing.typ'), 'utf8'),
    dataPath: path.join(workspace, 'briefing-data.json'),
  };
};

const describe = (diagnostics: unknown): string => JSON.stringify(diagnostics);

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * The briefing as a tagged PDF (PDF/UA-1). The same document gives the same bytes. User text goes
 * in as JSON data, never as template source. Warnings are errors: a missing font is only a warning
 * and would print in another typeface.
 */
export const renderBriefingPdf = (document: BriefingDocument): Uint8Array => {
  engine ??= createEngine();
  const { compiler, template, dataPath } = engine;
  compiler.mapShadow(dataPath, Buffer.from(JSON.stringify(document)));
  const output = compiler.compile({ mainFileContent: template });
  const problem = output.takeError() ?? output.takeWarnings();
  if (problem !== null) throw new BriefingRenderError(describe(problem.shortDiagnostics));
  if (output.result === null) throw new BriefingRenderError('The template gave no document.');
  const creationTimestamp = Math.floor(Date.parse(document.createdAt) / 1000);
  rendered += 1;
  if (rendered % EVICT_EVERY === 0) compiler.evictCache(EVICT_AGE);
  try {
    return compiler.pdf(output.result, { pdfStandard: 'ua-1', creationTimestamp });
  } catch (error) {
    // The engine reports a breach of PDF/UA-1, such as a missing alt text, only here.
    throw new BriefingRenderError(message(error));
  }
};
