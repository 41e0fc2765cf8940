import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive, read from its central directory. */
export function zipEntries(bytes: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 16);
  while (bytes.toString('latin1', at, at + 4) === 'PK\u0001\u0002') {
    const [size, nameLength, extra, comment, local] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
      bytes.readUInt32LE(at + 42),
    ];
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const isStored = bytes.readUInt16LE(at + 10) === 0;
    entries.set(
      bytes.toString('utf8', at + 46, at + 46 + nameLength),
      String(isStored ? packed : inflateRawSync(packed)),
    );
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}
