import type { BriefingDocument, ModelledOption } from '@/lib/contracts/briefing';
import { BriefingSection, BriefingSubheading } from './briefing-section';
import { BriefingFiles, BriefingTable, Detail } from './briefing-table';

function Levers({ id, levers }: { id: string } & Pick<ModelledOption, 'levers'>) {
  if (levers.length === 0) return null;
  return (
    <>
      <BriefingTable
        caption="Levers in this option"
        headers={['Lever', 'Certainty of effect', 'Offer']}
        rows={levers.map((lever) => ({
          key: lever.name,
          cells: [
            <>
              {lever.name}
              <Detail>{lever.reason}</Detail>
            </>,
            lever.certainty,
            lever.setting,
          ],
        }))}
      />
      <BriefingFiles id={id} part="levers" what="these levers" />
    </>
  );
}

function Reading({ reading }: { readonly reading: ModelledOption['readings'][number] }) {
  return (
    <div className="space-y-1">
      <BriefingTable
        caption={reading.name}
        headers={[reading.name, 'Median', '80% interval', '95% interval']}
        rows={reading.rows.map((row) => ({
          key: row.measure,
          cells: [row.measure, <strong key="median">{row.median}</strong>, row.interval80, row.interval95],
        }))}
      />
      <p className="text-sm text-muted">{reading.note}</p>
    </div>
  );
}

function Gains({ id, option }: { readonly id: string; readonly option: ModelledOption }) {
  return (
    <>
      <BriefingSubheading>What it gains and costs</BriefingSubheading>
      {option.readings.map((reading) => (
        <Reading key={reading.name} reading={reading} />
      ))}
      <ul className="list-disc space-y-1 pl-5">
        {option.facts.map((fact) => (
          <li key={fact.label}>
            {`${fact.label}: `}
            <strong>{fact.value}</strong>
          </li>
        ))}
      </ul>
      <BriefingFiles id={id} part="option" what="these results" />
    </>
  );
}

type BriefingOptionProps = { readonly id: string } & Pick<BriefingDocument, 'option' | 'noOption'>;

export function BriefingOption({ id, option, noOption }: BriefingOptionProps) {
  if (option === null) {
    return (
      <BriefingSection id="option" heading="Option modelled">
        <p>{noOption}</p>
      </BriefingSection>
    );
  }
  return (
    <BriefingSection id="option" heading={`Option modelled: one ${option.level} round`}>
      <div className="space-y-2 border-l-4 border-accent bg-accent-soft p-4">
        <p className="font-semibold">{option.headline}</p>
        {option.warnings.map((warning) => (
          <p key={warning}>{warning}</p>
        ))}
      </div>
      <Levers id={id} levers={option.levers} />
      <Gains id={id} option={option} />
      <BriefingSubheading>Who loses</BriefingSubheading>
      <p>{option.whoLoses}</p>
      <BriefingSubheading>What it rests on</BriefingSubheading>
      <p className="text-sm">{`${option.regime} ${option.inputs.join('; ')}. ${option.receipt}.`}</p>
    </BriefingSection>
  );
}
