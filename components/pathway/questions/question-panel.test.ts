import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PLACES_NOT_LIMITED } from '@/lib/domain/pathway-scenario/place-limit';
import { sampleScenario } from '@/lib/print/fixtures/sample-run';
import { QuestionPanel } from './question-panel';

const panel = (ceiling: 'on' | 'off', answer: string | null) => {
  const asked = sampleScenario();
  const run = { scenario: { ...asked, switches: { ...asked.switches, ceiling } } };
  return renderToStaticMarkup(
    createElement(QuestionPanel, {
      ...{ run, id: 'q', title: 'Question', lead: 'Lead', progress: null, unit: 'runs', refused: null, form: null },
      ...{ onCancel: () => {}, children: answer },
    }),
  );
};

describe('an answer about a run without limit', () => {
  it('repeats that it shows demand, and no negative vacancy', () => {
    expect(panel('off', 'Forty posts.')).toContain(PLACES_NOT_LIMITED);
    expect(panel('off', 'Forty posts.')).toContain('no vacancy, never one below 0');
  });

  it('says it only with an answer, and only of such a run', () => {
    expect(panel('off', null)).not.toContain(PLACES_NOT_LIMITED);
    expect(panel('on', 'Forty posts.')).not.toContain(PLACES_NOT_LIMITED);
  });
});
