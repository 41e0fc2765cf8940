import type { Figure } from '@/lib/contracts/figure';
import { RULE_SET_WORDS } from '@/lib/format/count-words';

/** Where an indicator's figures come from, each source once. */
export function SourceList({ figures }: { figures: readonly Figure[] }) {
  const sources = [...new Map(figures.map(({ source }) => [source.id, source])).values()];
  return (
    <section aria-labelledby="sources" className="flex flex-col gap-2">
      <h2 id="sources" className="text-xl">
        Sources
      </h2>
      {sources.length === 0 ? <p>No figure is loaded.</p> : null}
      <ul className="list-disc pl-5">
        {sources.map(({ id, name, publisher, url, licence, ruleSet }) => (
          <li key={id}>
            {url ? (
              <a className="link" href={url}>
                {name}
              </a>
            ) : (
              name
            )}
            {`, ${publisher}. Licence: ${licence}. Small numbers: ${RULE_SET_WORDS[ruleSet]}.`}
          </li>
        ))}
      </ul>
    </section>
  );
}
