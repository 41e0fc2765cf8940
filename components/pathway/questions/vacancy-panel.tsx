import { useState } from 'react';
import { TableFigure } from '@/components/charts/chart-frame';
import { Button } from '@/components/ui/button';
import { NumberInput } from '@/components/ui/number-input';
import { Select } from '@/components/ui/select';
import type { RunAnswer } from '@/lib/contracts/run-question';
import type { VacancyAnswer } from '@/lib/domain/pathway-questions/vacancy-question';
import { type AskedRun, regionName, withDraws } from './asked-run';
import { QuestionPanel } from './question-panel';
import { useAnswer, useAsked } from './use-answer';
import { vacancyNotes, vacancySentence, vacancyTable } from './vacancy-words';

const isVacancy = (answer: RunAnswer): answer is VacancyAnswer => answer.kind === 'vacancy';

/** `XD-TR-kelvarrow 5 2031`, as it stands in the address. */
const questionIn = (asked: string | null) => {
  const [, regionCode, pct, year] = /^(\S+) ([\d.]+) (\d{4})$/.exec(asked ?? '') ?? [];
  const vacancyPct = Number(pct);
  return regionCode && vacancyPct >= 0 && vacancyPct <= 100
    ? ({ kind: 'vacancy', regionCode, vacancyPct, year: Number(year) } as const)
    : null;
};

/** The question the other way round: from the vacancy that is wanted to what it would take. */
export function VacancyPanel({ run }: { run: AskedRun }) {
  const { asked, ask } = useAsked('vacancy');
  const question = questionIn(asked);
  const codes = [...new Set(run.scenario.offers.map(({ regionCode }) => regionCode))];
  const [regionCode, setRegionCode] = useState(question?.regionCode ?? codes[0] ?? '');
  const [vacancyPct, setVacancyPct] = useState(String(question?.vacancyPct ?? 5));
  const [year, setYear] = useState(String(question?.year ?? run.startYear + Math.min(4, run.scenario.years - 1)));
  const { answer, refused, progress, cancel } = useAnswer(run.runId, question, isVacancy);
  return (
    <QuestionPanel
      run={run}
      id="vacancy"
      title="What would it take?"
      lead="To bring vacancy to a share of posts by a year: how large each lever of this run would have to be, alone and all together."
      progress={progress}
      unit="runs"
      refused={refused}
      onCancel={() => {
        cancel();
        ask(null);
      }}
      form={
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            ask(`${regionCode} ${vacancyPct} ${year}`);
          }}
        >
          <Select
            name="vacancy-region"
            label="Region"
            value={regionCode}
            options={codes.map((code) => ({ value: code, label: regionName(run, code) }))}
            onChange={({ currentTarget }) => setRegionCode(currentTarget.value)}
          />
          <NumberInput
            name="vacancy-pct"
            label="Vacancy at most"
            unit="%"
            min={0}
            max={100}
            step={0.1}
            value={vacancyPct}
            onChange={({ currentTarget }) => setVacancyPct(currentTarget.value)}
            required
          />
          <NumberInput
            name="vacancy-year"
            label="By the intake of"
            min={run.startYear}
            max={run.startYear + run.scenario.years - 1}
            value={year}
            onChange={({ currentTarget }) => setYear(currentTarget.value)}
            required
          />
          <Button type="submit" variant="secondary" disabled={progress !== null}>
            Work out what it takes
          </Button>
        </form>
      }
    >
      {answer ? <Answer run={run} answer={answer} /> : null}
    </QuestionPanel>
  );
}

function Answer({ run, answer }: { run: AskedRun; answer: VacancyAnswer }) {
  return (
    <>
      <p className="max-w-[72ch] border-l-4 border-accent pl-4">{vacancySentence(run, answer)}</p>
      {answer.reaches.length > 0 ? (
        <TableFigure
          id="vacancy-figure"
          label="What each lever would have to be"
          unit="vacancy: % of specialty posts recruited to in the year and not filled"
          table={vacancyTable(run, answer)}
          {...withDraws(run.papers, answer.draws)}
        />
      ) : null}
      <ul className="max-w-prose list-disc pl-5 text-sm text-muted">
        {vacancyNotes(run, answer).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
