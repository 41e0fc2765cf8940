import type { ReactNode } from 'react';

export type UserMenuProps = {
  name: string;
  /** "deanery, Yorkshire and the Humber". */
  roles: readonly string[];
  links?: ReactNode;
  /** A form whose action signs out. */
  signOut: ReactNode;
};

export function UserMenu({ name, roles, links, signOut }: UserMenuProps) {
  return (
    <details className="group relative">
      <summary className="flex min-h-10 list-none items-center gap-2 rounded-lg px-2 text-sm font-semibold hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <span
          aria-hidden="true"
          className="inline-flex size-8 items-center justify-center rounded-full border border-control text-xs"
        >
          {initials(name)}
        </span>
        <span className="sr-only">{`Account of ${name}`}</span>
        <span aria-hidden="true" className="group-open:rotate-180">
          ▾
        </span>
      </summary>
      <div className="absolute right-0 z-40 mt-2 flex w-72 max-w-[calc(100vw-2rem)] flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-float">
        <p className="font-semibold">{name}</p>
        <ul className="text-sm text-muted">
          {roles.map((role) => (
            <li key={role}>{role}</li>
          ))}
        </ul>
        {links}
        {signOut}
      </div>
    </details>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');
