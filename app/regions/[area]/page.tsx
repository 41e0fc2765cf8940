import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { RegionQuery, regionHref } from '@/lib/contracts/regions-query';
import { getArea } from '@/lib/data/areas';
import { CompareView } from './_components/compare-view';
import { ProfileView } from './_components/profile-view';

type PageProps = {
  params: Promise<{ area: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const codeOf = async ({ params }: PageProps): Promise<string> => decodeURIComponent((await params).area);

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const area = await getArea(await codeOf(props)).catch(() => null);
  const { view } = await props.searchParams;
  if (!area || area.type === 'medical_school') return { title: 'Region' };
  return { title: view === 'compare' ? `${area.name}: how it compares` : area.name };
}

export default async function RegionPage(props: PageProps) {
  const code = await codeOf(props);
  const parsed = RegionQuery.safeParse(await props.searchParams);
  if (!parsed.success) redirect(regionHref(code, {}));
  const query = parsed.data;
  return query.view === 'compare' ? (
    <CompareView code={code} query={query} />
  ) : (
    <ProfileView code={code} query={query} />
  );
}
