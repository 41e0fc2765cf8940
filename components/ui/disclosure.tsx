import type { ReactNode } from 'react';
import { classNames } from './class-names';

type DisclosureProps = {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  id?: string;
  className?: string | undefined;
};

export function Disclosure({ summary, children, open = false, id, className }: DisclosureProps) {
  return (
    <details id={id} open={open} className={classNames('group', className)}>
      <summary className="inline-flex min-h-8 list-none items-center gap-2 text-sm font-semibold text-accent hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <span aria-hidden="true" className="inline-block transition-transform duration-150 group-open:rotate-90">
          ▸
        </span>
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
