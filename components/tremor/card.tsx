// By path: the package's index has no "sideEffects" mark, so that it would bring every client part along.
import { Card as TremorCard } from '@tremor/react/dist/components/layout-elements/Card/Card.js';
import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

type CardProps = {
  children: ReactNode;
  className?: string | undefined;
  id?: string | undefined;
  title?: string | undefined;
  /** A thick edge in the accent colour. */
  decoration?: 'left' | 'top';
};

/** Tremor's card; it renders on the server and sends no script. */
export function Card({ children, className, id, title, decoration }: CardProps) {
  return (
    <TremorCard id={id} title={title} decoration={decoration ?? ''} className={classNames('min-w-0', className)}>
      {children}
    </TremorCard>
  );
}
