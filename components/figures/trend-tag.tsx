import { type RecentTrendResult, TREND_METHOD } from '@/lib/domain/indicators/recent-trend';

const tones = {
  worse: 'bg-[#f6c6bf] text-[#270d0b]',
  better: 'bg-[#c4ded3] text-[#00502d]',
  up: 'bg-[#afcfe5] text-[#0b0c0c]',
  down: 'bg-[#e3eff6] text-[#0b0c0c]',
  none: 'bg-[#fff5bb] text-[#514311]',
} as const;

const arrows = { increasing: '↗', decreasing: '↘', no_significant_change: '→' } as const;

type Trend = Extract<RecentTrendResult, { kind: 'trend' }>;

function toneOf({ direction, judgement }: Trend): string {
  if (direction === 'no_significant_change') return tones.none;
  if (judgement !== 'none') return tones[judgement];
  return direction === 'increasing' ? tones.up : tones.down;
}

/** Arrow and words; nothing at all where a trend can't be calculated. */
export function TrendTag({ trend }: { trend: RecentTrendResult }) {
  if (trend.kind === 'cannot_be_calculated') return null;
  return (
    <span
      title={`${trend.from} to ${trend.to}. ${TREND_METHOD}`}
      className={`inline-flex items-center gap-1 self-start rounded px-2 text-xs/5 font-semibold ${toneOf(trend)}`}
    >
      <span aria-hidden="true">{arrows[trend.direction]}</span>
      {trend.text}
      <span className="sr-only">{`, ${trend.from} to ${trend.to}`}</span>
    </span>
  );
}
