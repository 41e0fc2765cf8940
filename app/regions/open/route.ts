import { NextResponse } from 'next/server';

/** The area picker without script: leads from the chosen code to the area's own page. */
export function GET(request: Request): NextResponse {
  const { searchParams } = new URL(request.url);
  const area = searchParams.get('area') ?? '';
  const compare = searchParams.get('compare');
  const target = area ? `/regions/${encodeURIComponent(area)}` : '/regions';
  const query = compare ? `?${new URLSearchParams({ compare })}` : '';
  return new NextResponse(null, { status: 303, headers: { location: `${target}${query}` } });
}
