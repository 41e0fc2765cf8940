import { Disclosure } from '@/components/ui/disclosure';
import type { DemonstrationState } from '@/lib/data/demonstration';
import { RemoveDemonstration } from './remove-demonstration';

const STATE_WORDS: Readonly<Record<DemonstrationState, string>> = {
  none: 'It is not loaded. An analyst can load it at the command line: npm run stead -- demonstration load.',
  partial: 'It is loaded in part: the next start of Stead goes on with it.',
  loaded: 'It is loaded beside England, so that every screen can be seen full. Nothing of it is compared with England.',
  removed: 'It was removed. An analyst can load it again at the command line: npm run stead -- demonstration load.',
};

/** Whether the fictional country is there, and the one action that takes it away. */
export function DemonstrationSection({ state }: { state: DemonstrationState }) {
  return (
    <section aria-labelledby="demonstration" className="flex flex-col gap-3">
      <h2 id="demonstration" className="text-xl">
        Demonstration country
      </h2>
      <p className="max-w-prose">{STATE_WORDS[state]}</p>
      {state === 'loaded' || state === 'partial' ? (
        <Disclosure summary="Remove the demonstration country">
          <RemoveDemonstration />
        </Disclosure>
      ) : null}
    </section>
  );
}
