type TooltipEntry = { name?: unknown; value?: unknown; color?: string | undefined };

type ChartTooltipProps = {
  active?: boolean;
  label?: unknown;
  payload?: readonly TooltipEntry[];
  valueFormatter: (value: number) => string;
};

export function ChartTooltip({ active = false, label, payload = [], valueFormatter }: ChartTooltipProps) {
  if (!active || payload.length === 0) return null;
  return (
    <div className="rounded-lg border border-line bg-surface px-3 py-2 text-sm text-ink shadow-float">
      <p className="font-semibold">{String(label ?? '')}</p>
      <ul>
        {payload.map(({ name, value, color }) => (
          <li key={String(name)} className="flex items-center gap-2">
            <span aria-hidden="true" className="size-2.5 rounded-full" style={{ backgroundColor: color }} />
            {`${String(name)}: ${typeof value === 'number' ? valueFormatter(value) : 'not loaded'}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
