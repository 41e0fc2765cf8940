'use client';

import { useState } from 'react';

const YEAR_SECONDS = 31_536_000;

const isDark = (): boolean => {
  const { classList } = document.documentElement;
  if (classList.contains('dark')) return true;
  return !classList.contains('light') && matchMedia('(prefers-color-scheme: dark)').matches;
};

/** Light or dark; without a choice the system's holds. The cookie lets the server draw it right at once. */
export function ThemeToggle() {
  const [message, setMessage] = useState('');
  const change = () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.classList.remove('light', 'dark');
    document.documentElement.classList.add(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox ESR
    document.cookie = `theme=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    setMessage(next === 'dark' ? 'Dark colours on.' : 'Light colours on.');
  };
  return (
    <>
      <button
        type="button"
        onClick={change}
        className="needs-script inline-flex size-10 items-center justify-center rounded-lg hover:bg-sunken"
      >
        <svg aria-hidden="true" viewBox="0 0 20 20" className="size-5">
          <circle cx="10" cy="10" r="7.5" className="fill-transparent stroke-ink" strokeWidth={2} />
          <path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" className="fill-ink" />
        </svg>
        <span className="sr-only">Switch between light and dark</span>
      </button>
      <span role="status" className="sr-only">
        {message}
      </span>
    </>
  );
}
