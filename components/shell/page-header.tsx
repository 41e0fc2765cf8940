import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from '@/components/ui/breadcrumb';

type PageHeaderProps = {
  title: string;
  crumbs?: readonly Crumb[];
  /** Beside the title: type of area, tags. */
  tags?: ReactNode;
  /** One or two sentences. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Printed only: where, when and from which release. */
  printLine?: string;
};

export function PageHeader({ title, crumbs = [], tags, lead, actions, printLine }: PageHeaderProps) {
  return (
    <div className="flex flex-col gap-3">
      {crumbs.length > 0 ? <Breadcrumb crumbs={crumbs} current={title} /> : null}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-xl sm:text-2xl">{title}</h1>
        {tags}
      </div>
      {printLine ? <p className="hidden text-sm print:block">{printLine}</p> : null}
      {lead ? <div className="max-w-[72ch]">{lead}</div> : null}
      {actions ? <div className="no-print flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  );
}
