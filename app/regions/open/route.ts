import { NextResponse } from 'next/server';

const KEPT = ['view', 'compare', 'peers', 'order', 'specialty', 'level', 'before'] as const;

/** The area picker without script: leads from the chosen code to the area's own page; another country, to its areas. */
export function GET(request: Request): NextResponse {
  const { searchParams } = new URL(request.url);
  const area = searchParams.get('area') ?? '';
  const country = searchParams.get('country') ?? '';
  if (country !== '' && country !== searchParams.get('from')) {
    const location = `/regions?${new URLSearchParams({ country })}`;
    return new NextResponse(null, { status: 303, headers: { location } });
  }
  const target = area ? `/regions/${encodeURIComponent(area)}` : '/regions';
  const kept = KEPT.flatMap((name) => {
    const value = searchParams.get(name);
    return value ? [[name, value]] : [];
  });
  const query = area && kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  return new NextResponse(null, { status: 303, headers: { location: `${target}${query}` } });
}
