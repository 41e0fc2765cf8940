/** Characters of 13 px text that a drawing 240 px wide holds beside a number: the narrowest screen. */
const NARROWEST = 29;

/** A label in lines that fit the narrowest drawing: SVG text doesn't wrap. A longer word stays whole. */
export function labelLines(label: string, mostCharacters = NARROWEST): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || longer.length > mostCharacters) lines.push(word);
    else lines.splice(-1, 1, longer);
  }
  return lines;
}
