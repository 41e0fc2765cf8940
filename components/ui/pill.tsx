import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type PillTone = 'neutral' | 'accent' | 'caution' | 'danger' | 'outline';

const tones: Record<PillTone, string> = {
  neutral: 'border-line bg-sunken text-ink',
  accent: 'border-accent bg-accent-soft text-accent-strong',
  caution: 'border-caution bg-caution-soft text-caution',
  danger: 'border-danger bg-danger-soft text-danger',
  outline: 'border-control bg-surface text-muted',
};

type PillProps = { children: ReactNode; tone?: PillTone; className?: string | undefined };

/** A short word with a border: the word carries the meaning, the colour only repeats it. */
export function Pill({ children, tone = 'neutral', className }: PillProps) {
  return (
    <span
      className={classNames(
        'inline-flex max-w-full items-center gap-1 rounded-full border px-2 text-xs/5 font-semibold',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
