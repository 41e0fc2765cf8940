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

let last: { readonly id: string; readonly value: unknown } | null = null;

/** The value, made once in each thread for all its jobs in a row. Nobody writes to it. */
export function unpack<Value>({ id, bytes }: Packed<Value>): Value {
  if (last?.id !== id) last = { id, value: deserialize(Buffer.from(bytes)) };
  // What has this id was packed as this type.
  return last.value as Value;
}
