import type { ReactNode } from 'react';
import { classNames } from './class-names';

type ScrollRegionProps = { label: string; children: ReactNode; className?: string | undefined };

/** Wide content scrolls in here, never the page; focusable so that the keyboard can scroll it. */
export function ScrollRegion({ label, children, className }: ScrollRegionProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className={classNames('scroll-region relative max-w-full overflow-x-auto', className)}
    >
      {children}
    </section>
  );
}
