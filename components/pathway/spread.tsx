import { ChartFrame } from '@/components/charts/chart-frame';
import { SCurveChart } from '@/components/charts/s-curve-chart';
import { TornadoChart } from '@/components/charts/tornado-chart';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import { formatNumber } from '@/lib/format/number';
import { formatPosts } from '@/lib/format/round-words';
import type { Papers } from './questions/asked-run';

/** How far the answer spreads, and which uncertain numbers it spreads with. */
export function SpreadCharts({ result, papers }: { result: PathwayModelled; papers: Papers }) {
  const { extraPostsByDraw, extraPostsFilled } = result.summary;
  // The ends of the 80 % interval, as in the headline.
  const readings = [
    { draws: 90, value: extraPostsFilled.lower80 },
    { draws: 50, value: extraPostsFilled.median },
    { draws: 10, value: extraPostsFilled.upper80 },
  ];
  const words = readings.map(({ draws, value }) => `${draws} of 100 draws reach ${formatPosts(value)}`).join('; ');
  const [first] = result.sensitivity;
  const matters = first
    ? `The answer goes most with: ${first.name.toLowerCase()} (${formatNumber(first.coefficient, 2)}).`
    : '';
  return (
    <div className="grid min-w-0 gap-4 @4xl:grid-cols-2">
      <ChartFrame
        id="s-curve"
        title="How many posts more, and how surely"
        alternative={`${words}.`}
        unit="posts filled more over the whole run, by share of draws"
        footnotes={[
          'Pick a number of posts and read up: so many draws of 100 reach it. Pick a share and read across: so many posts at least.',
          'A steep curve is a sure answer; a long flat one is not. Draws are not chances of the real world: they hold only if the model does.',
        ]}
        table={{
          columns: [{ label: 'Share of draws' }, { label: 'Posts at least', numeric: true }],
          rows: readings.map(({ draws, value }) => [`${draws} in 100`, { value, text: formatPosts(value) }]),
        }}
        {...papers}
      >
        <SCurveChart values={extraPostsByDraw} format={{ unit: 'posts', decimals: 0 }} alternative={`${words}.`} />
      </ChartFrame>
      {result.sensitivity.length > 0 ? (
        <ChartFrame
          id="tornado"
          title="What matters most for this answer"
          alternative={matters}
          unit="partial rank correlation with posts filled more, −1 to 1"
          footnotes={[
            'It says what the answer goes with, not what causes what.',
            'Which of these could change the decision, and by how many posts, is among the questions to a saved run: “What would be worth finding out first?”',
          ]}
          table={{
            columns: [{ label: 'Uncertain number' }, { label: 'Partial rank correlation', numeric: true }],
            rows: result.sensitivity.map(({ name, coefficient }) => [
              name,
              { value: coefficient, text: formatNumber(coefficient, 2) },
            ]),
          }}
          {...papers}
        >
          <TornadoChart rows={result.sensitivity} alternative={matters} />
        </ChartFrame>
      ) : null}
    </div>
  );
}
