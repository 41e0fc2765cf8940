import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { EVIDENCE_TABLE } from '@/lib/domain/levers/evidence/evidence-table';
import { ownParametersOf } from '@/lib/domain/levers/lever-basis';
import { LEVER_PARAMETERS } from '@/lib/domain/levers/lever-parameters';
import { RATE_PARAMETERS } from '@/lib/domain/pathway-rates/rate-parameters';
import { distributionWords } from '@/lib/format/evidence-words';
import { LeverEvidence } from './lever-evidence';
import { ModelEvidence } from './model-evidence';

const drawerOf = (lever: (typeof PATHWAY_LEVERS)[number]) =>
  renderToStaticMarkup(createElement(LeverEvidence, { lever }));
const model = renderToStaticMarkup(createElement(ModelEvidence));
const everything = [...PATHWAY_LEVERS.map(drawerOf), model].join('');

describe('the drawers of evidence', () => {
  it('show every row of the evidence somewhere, with how it was read', () => {
    const unseen = EVIDENCE_TABLE.filter(({ code, name }) => !everything.includes(`${code} ${name}`));
    expect(unseen.map(({ code }) => code)).toEqual([]);
    expect(model).toContain('In the model: a check only: never applied.');
  });

  it('show the spread of every number of a lever in its own drawer', () => {
    const unseen = PATHWAY_LEVERS.flatMap((lever) =>
      ownParametersOf(lever)
        .map((id) => LEVER_PARAMETERS[id])
        .filter(({ distribution, unit }) => !drawerOf(lever).includes(distributionWords(distribution, unit)))
        .map(({ name }) => `${lever.id}: ${name}`),
    );
    expect(unseen).toEqual([]);
  });

  it('show every number of the baseline', () => {
    const unseen = Object.values(RATE_PARAMETERS).filter(({ name }) => !model.includes(name));
    expect(unseen).toEqual([]);
  });
});
