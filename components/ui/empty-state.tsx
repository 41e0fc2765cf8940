import type { ReactNode } from 'react';

type EmptyStateProps = {
  /** What is missing. */
  title: string;
  /** Why, and how to load it. */
  children: ReactNode;
  actions?: ReactNode;
};

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="keep-together flex flex-col items-start gap-3 rounded-lg border border-dashed border-control bg-surface p-6">
      <p className="text-lg font-semibold">{title}</p>
      <div className="max-w-prose text-base text-muted">{children}</div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}
