import type { PillTone } from '@/components/ui/pill';
import type { FindingDefinition, Underlying, Verdict } from '@/lib/domain/findings/finding';

export const VERDICTS: Readonly<Record<Verdict, { words: string; tone: PillTone }>> = {
  supported: { words: 'Supported by these data', tone: 'accent' },
  not_supported: { words: 'Not supported by these data', tone: 'neutral' },
  cannot_tell: { words: 'Cannot tell', tone: 'outline' },
  not_loaded: { words: 'Not loaded', tone: 'outline' },
  demonstration_only: { words: 'Demonstration only', tone: 'caution' },
};

/** What would have been said of invented data, which say nothing of a claim. */
export const UNDERLYING_WORDS: Readonly<Record<Underlying, string>> = {
  supported: 'found',
  not_supported: 'the opposite found',
  cannot_tell: 'not told apart from chance',
  not_loaded: 'not loaded',
};

const AS_TESTED = {
  supported: { words: 'Supported as tested here', tone: 'accent' },
  not_supported: { words: 'Not supported as tested here', tone: 'neutral' },
} as const;
const UNDEFINED = { words: 'Not testable: not defined', tone: 'outline' } as const;

/** Where a word of the claim isn’t defined, the verdict says that it is of the test. */
export function verdictWords(verdict: Verdict, notDefined: FindingDefinition['notDefined']) {
  if (notDefined?.tested === 'none' && verdict === 'cannot_tell') return UNDEFINED;
  if (notDefined && (verdict === 'supported' || verdict === 'not_supported')) return AS_TESTED[verdict];
  return VERDICTS[verdict];
}
