import { randomUUID } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

declare const packed: unique symbol;

/** A value that many jobs read, in memory that all threads share: with each job only its address travels. */
export type Packed<Value> = {
  /** Of this value and of no other, whoever packed it. */
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly [packed]?: Value;
};

export function pack<Value>(value: Value): Packed<Value> {
  const made = serialize(value);
  const bytes = new Uint8Array(new SharedArrayBuffer(made.byteLength));
  bytes.set(made);
  return { id: randomUUID(), bytes };
}

/** Questions of a run have two sets of offers under way at once, each in two parts. */
const MOST_KEPT = 4;
/** Newest last. */
const kept = new Map<string, unknown>();

/** The value, made once in each thread for jobs that come in turn. Nobody writes to it. */
export function unpack<Value>({ id, bytes }: Packed<Value>): Value {
  const value = kept.has(id) ? kept.get(id) : deserialize(Buffer.from(bytes));
  kept.delete(id);
  kept.set(id, value);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
  // What has this id was packed as this type.
  return value as Value;
}
