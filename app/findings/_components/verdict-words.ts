import type { PillTone } from '@/components/ui/pill';
import type { Underlying, Verdict } from '@/lib/domain/findings/finding';

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
