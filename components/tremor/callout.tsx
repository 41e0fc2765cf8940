import { Callout as TremorCallout } from '@tremor/react/dist/components/text-elements/Callout/Callout.js';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

export type CalloutTone = 'note' | 'caution' | 'danger';

type CalloutProps = { title: string; tone?: CalloutTone; children?: ReactNode; className?: string };

const tones: Record<CalloutTone, string> = {
  note: 'border-accent bg-accent-soft text-accent-strong',
  caution: 'border-caution bg-caution-soft text-caution',
  danger: 'border-danger bg-danger-soft text-danger',
};

/** Tremor puts the children in a paragraph: text and links only. The title says what kind of note it is. */
export function Callout({ title, tone = 'note', children, className }: CalloutProps) {
  return (
    <TremorCallout title={title} className={classNames('keep-together', tones[tone], className)}>
      {children}
    </TremorCallout>
  );
}
