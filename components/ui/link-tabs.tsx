import { AppLink } from './app-link';
import { classNames } from './class-names';

export type LinkTab = { href: string; label: string; current: boolean };

/** Tabs that are links: each has its own address and works without script. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <nav aria-label={label} className="no-print border-b border-line">
      <ul className="flex flex-wrap gap-x-1">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <AppLink
              href={tab.href}
              keepScroll
              aria-current={tab.current ? 'page' : undefined}
              className={classNames(
                '-mb-px inline-flex min-h-10 items-center border-b-4 px-3 text-sm',
                tab.current
                  ? 'border-accent font-semibold text-ink'
                  : 'border-transparent text-muted hover:border-control hover:text-ink',
              )}
            >
              {tab.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
