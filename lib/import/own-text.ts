/** A text of its own: one that is cut from a file keeps the whole piece of the file in memory. */
export const ownText = (text: string): string => Buffer.from(text).toString();
