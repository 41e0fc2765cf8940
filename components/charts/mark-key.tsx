import { ABSENCE_MARKS, MARK_WORDS } from '@/lib/domain/indicators/absence-mark';

/** What the marks in the place of a number mean. */
export function MarkKey() {
  return (
    <p className="text-sm text-muted">
      {ABSENCE_MARKS.map((mark, at) => (
        <span key={mark}>
          {at === 0 ? '' : ' · '}
          <span className="font-semibold text-ink">{mark}</span>
          {` ${MARK_WORDS[mark]}`}
        </span>
      ))}
    </p>
  );
}
