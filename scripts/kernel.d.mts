export const compileKernel: () => Promise<Buffer>;
export const kernelModule: (wasm: Buffer) => string;
export const readKernelModule: () => string;
