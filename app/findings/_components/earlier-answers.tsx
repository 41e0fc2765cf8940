import { Disclosure } from '@/components/ui/disclosure';
import type { EarlierFinding } from '@/lib/domain/findings/finding-history';
import { formatDate } from '@/lib/format/date';
import { effectText } from './effect-text';
import { UNDERLYING_WORDS, VERDICTS } from './verdict-words';

/** What the card said after earlier publications, where it said something else: the last of them open. */
export function EarlierAnswers({ earlier }: { earlier: readonly EarlierFinding[] }) {
  const [last, ...older] = earlier;
  if (!last) return null;
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-2 text-sm">
      <p>
        <span className="font-semibold">Before: </span>
        {earlierText(last)}
      </p>
      {older.length > 0 ? (
        <Disclosure summary={`Earlier still (${older.length})`}>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {older.map((one) => (
              <li key={one.to}>{earlierText(one)}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  );
}

function earlierText(one: EarlierFinding): string {
  const { verdict, underlying, from, to, release, isByEarlierTests } = one;
  const said = verdict === 'demonstration_only' ? UNDERLYING_WORDS[underlying] : VERDICTS[verdict].words.toLowerCase();
  const [first, last] = [formatDate(from), formatDate(to)];
  return `${said}, ${effectText(one)}. Worked out ${first === last ? first : `${first} to ${last}`}, release ${release}${isByEarlierTests ? ', by the tests as they were then' : ''}.`;
}
