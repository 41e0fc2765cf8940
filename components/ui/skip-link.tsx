/** First in the page; the target is `<main id="content" tabIndex={-1}>`. */
export function SkipLink({ target = 'content' }: { target?: string }) {
  return (
    <a
      href={`#${target}`}
      className="skip-link sr-only z-50 rounded-lg bg-surface px-4 py-2 font-semibold text-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      Skip to the content
    </a>
  );
}
