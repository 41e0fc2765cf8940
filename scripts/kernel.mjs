// Builds the pathway engine's kernel from AssemblyScript into a TypeScript module that holds it, so that every bundle, worker
// and test loads it without a file or a network. `npm run kernel` after a change; a test compares the module with its source.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const ENGINE = path.join(root, 'lib/domain/pathway/engine/kernel');
const MODULE = path.join(ENGINE, 'kernel-code.ts');
const LINE = 116;

/** The compiled module. Memory is the host's: it is sized for the country before the module is made. */
export async function compileKernel() {
  const directory = mkdtempSync(path.join(os.tmpdir(), 'stead-kernel-'));
  try {
    const file = path.join(directory, 'kernel.wasm');
    const options = [
      '-O3',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--noAssert',
      '--importMemory',
      '--initialMemory',
      '1',
    ];
    const source = path.join(ENGINE, 'assembly/index.ts');
    const { error, stderr } = await asc.main([source, ...options, '--outFile', file]);
    if (error) throw new Error(`${error.message}\n${stderr}`);
    return readFileSync(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export function kernelModule(wasm) {
  const lines = wasm.toString('base64').match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `// Made by \`npm run kernel\` from \`assembly/\`: WebAssembly in base64. Don't edit.
export const KERNEL_CODE =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
}

export const readKernelModule = () => readFileSync(MODULE, 'utf8');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wasm = await compileKernel();
  writeFileSync(MODULE, kernelModule(wasm));
  console.log(`${wasm.length} bytes`);
}
