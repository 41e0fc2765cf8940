/** A sentence generated from a figure elsewhere, with the figure it rests on. */
export type CandidateMessage = { readonly text: string; readonly ref: string; readonly stale: boolean };

export const MAX_MESSAGES = 5;
export const MAX_WORDS = 25;

/** Words in a sentence; a lone sign such as `%` or `–` is not a word. */
export const wordCount = (text: string): number =>
  text.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

/**
 * The messages that open a briefing: in the order given, at most five, each at most 25 words. A
 * message that rests on a figure over three years old is never among them.
 */
export const selectKeyMessages = (candidates: readonly CandidateMessage[]): readonly CandidateMessage[] =>
  candidates.filter((message) => !message.stale && wordCount(message.text) <= MAX_WORDS).slice(0, MAX_MESSAGES);
