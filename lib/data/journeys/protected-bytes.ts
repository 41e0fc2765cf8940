import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { z } from 'zod';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { CLOCKS } from '@/lib/domain/journeys/journey-places';
import { CHARACTERISTICS, findShape } from '@/lib/domain/journeys/journey-shapes';
import type { ProtectedCube, ProtectedJourneys } from '@/lib/domain/journeys/protection/protected-journeys';

const Cube = z.strictObject({
  shape: z.string(),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  planes: z.array(z.strictObject({ clock: z.enum(CLOCKS).nullable(), label: z.string().nullable() })),
  slots: z.array(z.strictObject({ by: z.enum(CHARACTERISTICS).nullable(), value: z.string().nullable() })),
});

/** What the codes are of. `key`: what they were made from. */
const Head = z.strictObject({
  key: z.string(),
  ruleSet: RuleSetId,
  tooLarge: z.array(z.string()),
  cubes: z.array(Cube),
});

const HEAD_LENGTH_BYTES = 4;
const CODE_BYTES = Int32Array.BYTES_PER_ELEMENT;

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Length of the head, the head, and the codes of all cubes one after another; compressed, with a checksum. */
export async function toBytes({ ruleSet, tooLarge, cubes }: ProtectedJourneys, key: string): Promise<Uint8Array> {
  const all = [...cubes.values()];
  const labels = all.map(({ published: _, shape, ...rest }) => ({ shape: shape.id, ...rest }));
  const head = Buffer.from(JSON.stringify({ key, ruleSet, tooLarge: [...tooLarge], cubes: labels }));
  const length = Buffer.alloc(HEAD_LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  const codes = all.map(({ published }) => Buffer.from(published.buffer, published.byteOffset, published.byteLength));
  return compress(Buffer.concat([length, head, ...codes]));
}

const cellsOf = ({ rows, columns, planes, slots }: z.infer<typeof Cube>): number =>
  rows.length * columns.length * planes.length * slots.length;

function cubesOf(labels: readonly z.infer<typeof Cube>[], codes: Int32Array): Map<string, ProtectedCube> {
  let from = 0;
  return new Map(
    labels.map((one) => {
      const shape = findShape(one.shape);
      if (!shape) throw new Error(`There is no shape ${one.shape}`);
      const published = codes.slice(from, from + cellsOf(one));
      from += published.length;
      return [shape.id, { ...one, shape, published }];
    }),
  );
}

/** @throws where they are damaged, or made from something else. */
export async function fromBytes(bytes: Uint8Array, key: string): Promise<ProtectedJourneys> {
  const plain = await decompress(bytes);
  const length = plain.readUInt32LE();
  const start = HEAD_LENGTH_BYTES + length;
  const head = Head.parse(JSON.parse(plain.toString('utf8', HEAD_LENGTH_BYTES, start)));
  if (head.key !== key) throw new Error('They were made from something else');
  const cells = head.cubes.reduce((sum, one) => sum + cellsOf(one), 0);
  if (plain.length !== start + cells * CODE_BYTES) throw new Error('There are too many codes, or too few');
  // Copied, so that the codes are aligned.
  const codes = new Int32Array(plain.buffer.slice(plain.byteOffset + start, plain.byteOffset + plain.length));
  const { ruleSet, tooLarge } = head;
  return { kind: 'protected_journeys', ruleSet, tooLarge: new Set(tooLarge), cubes: cubesOf(head.cubes, codes) };
}
