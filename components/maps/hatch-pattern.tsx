/** Hatching of suppressed areas; faint enough for the text on it. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className="fill-surface" />
        <rect width="1.5" height="7" className="fill-similar" />
      </pattern>
    </defs>
  );
}
