import { type Kernel, kernelOn } from './kernel';

/** Where the engine's arrays lie: each on its own, or all in the kernel's memory. All start with zeros. */
export interface EngineMemory {
  readonly f64: (length: number) => Float64Array;
  readonly bytes: (length: number) => Uint8Array;
  /** Memory that nobody relies on from one call of the kernel to the next: the same for all who ask. */
  readonly scratch: (length: number) => Float64Array;
  /** Lays out addresses of arrays and whole numbers, 32 bits each, for the kernel. Returns where. */
  readonly describe: (fields: readonly (ArrayBufferView | number | null)[]) => number;
  /** Null: the plain engine runs. */
  readonly kernel: Kernel | null;
}

/** Ordinary arrays, run by the plain engine: the kernel's oracle. */
export const PLAIN_MEMORY: EngineMemory = {
  f64: (length) => new Float64Array(length),
  bytes: (length) => new Uint8Array(length),
  scratch: () => new Float64Array(0),
  describe: () => 0,
  kernel: null,
};

/** Bytes behind each array into which the last pair of a row may reach; arrays start at multiples of 16. */
const SLACK = 16;
const ALIGNED = 16;
const PAGE = 65_536;

const sizeOf = (bytes: number): number => Math.ceil((bytes + SLACK) / ALIGNED) * ALIGNED;

/** Hands out nothing but adds up what is asked for. */
const measuring = (): { memory: EngineMemory; total: () => number } => {
  let total = 0;
  const add = (bytes: number): void => {
    total += sizeOf(bytes);
  };
  return {
    total: () => total,
    memory: {
      ...PLAIN_MEMORY,
      f64: (length) => {
        add(8 * length);
        return new Float64Array(length);
      },
      bytes: (length) => {
        add(length);
        return new Uint8Array(length);
      },
      scratch: (length) => {
        add(8 * length);
        return new Float64Array(0);
      },
      describe: (fields) => {
        add(4 * fields.length);
        return 0;
      },
    },
  };
};

/**
 * Builds something once to learn its size and once more in the kernel's memory. The memory doesn't grow afterwards: growing
 * would take all arrays away.
 */
export const inKernel = <T>(build: (memory: EngineMemory) => T): T => {
  const { memory: measured, total } = measuring();
  build(measured);
  const pages = Math.ceil(total() / PAGE) + 1;
  const memory = new WebAssembly.Memory({ initial: pages + 1 });
  const kernel = kernelOn(memory);
  let next = sizeOf(kernel.firstFree());
  const take = (bytes: number): number => {
    const at = next;
    next += sizeOf(bytes);
    return at;
  };
  let shared: Float64Array | null = null;
  const f64 = (length: number): Float64Array => new Float64Array(memory.buffer, take(8 * length), length);
  return build({
    kernel,
    f64,
    bytes: (length) => new Uint8Array(memory.buffer, take(length), length),
    scratch: (length) => {
      if (!shared || shared.length < length) shared = f64(length);
      return shared;
    },
    describe: (fields) => {
      const at = take(4 * fields.length);
      new Uint32Array(memory.buffer, at, fields.length).set(
        fields.map((entry) => (typeof entry === 'number' ? entry : (entry?.byteOffset ?? 0))),
      );
      return at;
    },
  });
};
