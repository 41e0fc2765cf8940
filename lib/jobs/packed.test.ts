import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from './packed';

describe('a packed value', () => {
  it('comes out as it went in, once for all who read it in a row', () => {
    const value = { list: [1, null, 'é'], numbers: new Float64Array([0.1, -0]), at: new Map([['a', 1]]) };
    const packed = pack(value);
    expect(unpack(packed)).toEqual(value);
    expect(unpack(packed)).toBe(unpack(packed));
  });

  it('is never taken for another, though it is like it', () => {
    const [one, other] = [pack({ of: 1 }), pack({ of: 2 })];
    expect([unpack(one), unpack(other), unpack(one)]).toEqual([{ of: 1 }, { of: 2 }, { of: 1 }]);
    expect(pack({ of: 1 }).id).not.toBe(one.id);
  });

  it('is made once where two come in turn, and let go when others come', () => {
    const [one, other] = [pack({ of: 1 }), pack({ of: 2 })];
    const made = unpack(one);
    unpack(other);
    expect(unpack(one)).toBe(made);
    for (const of of [3, 4, 5, 6]) unpack(pack({ of }));
    expect(unpack(one)).not.toBe(made);
    expect(unpack(one)).toEqual(made);
  });

  it('lies in memory that threads share', async () => {
    const packed = pack({ of: 'a run' });
    const source =
      'const { parentPort, workerData } = require("node:worker_threads"); workerData.bytes.fill(0); parentPort.postMessage(1);';
    const worker = new Worker(source, { eval: true, workerData: packed });
    await new Promise((resolve) => worker.once('message', resolve));
    await worker.terminate();
    expect([...packed.bytes].every((byte) => byte === 0)).toBe(true);
  });
});
