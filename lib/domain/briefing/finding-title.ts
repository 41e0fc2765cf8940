/**
 * A briefing's title states a finding. With nothing to state, it says so rather than naming only a
 * topic.
 */
export const findingTitle = (areaName: string, firstMessage: string | null): string => {
  if (firstMessage === null) return `${areaName}: no current figure is loaded to report`;
  // The interval stands in the message itself; a title has no room for it.
  const sentence = firstMessage
    .trim()
    .replace(/\.$/u, '')
    .replace(/ \([^()]*interval[^()]*\)$/u, '');
  if (sentence.includes(areaName)) return sentence;
  // An abbreviation such as ST3 keeps its capitals.
  const isWord = /^\p{Lu}\p{Ll}/u.test(sentence);
  return `${areaName}: ${isWord ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence}`;
};

const FOOTER_CHARACTERS = 118;

/** The title cut to one line for the foot of each page, always with the area's name. */
export const footerTitle = (areaName: string, title: string): string => {
  const full = title.includes(areaName) ? title : `${areaName}: ${title}`;
  if (full.length <= FOOTER_CHARACTERS) return full;
  const cut = full.slice(0, FOOTER_CHARACTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), areaName.length))} …`;
};
