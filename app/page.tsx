import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { PageMain } from '@/components/shell/page-main';
import { ownRoot } from '@/lib/data/areas';
import { requireViewer } from '@/lib/data/viewer';
import { primaryRole } from '@/lib/domain/access/access';
import { Root } from '@/lib/domain/geography/area';
import { CountryBar } from './_adapters/country-bar';
import { forPage } from './_adapters/page';
import { AdminHome } from './_home/admin-home';
import { AnalystHome } from './_home/analyst-home';
import { CommissionerHome } from './_home/commissioner-home';
import { ManagerHome } from './_home/manager-home';
import { NoRoleHome } from './_home/no-role-home';
import { SchoolHome } from './_home/school-home';

export const metadata: Metadata = { title: 'Home' };

const HomeQuery = z.strictObject({ country: Root.optional() });

const HOMES = {
  deanery: ManagerHome,
  school: SchoolHome,
  commissioner: CommissionerHome,
  analyst: AnalystHome,
  admin: AdminHome,
};

/** The role decides what comes first; a person with several roles reaches the rest through the sections. */
type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HomePage({ searchParams }: PageProps) {
  const viewer = await forPage(requireViewer);
  const asked = HomeQuery.safeParse(await searchParams);
  if (!asked.success) redirect('/');
  const own = await forPage(ownRoot);
  const role = primaryRole(viewer);
  // Only this home is about a country as a whole; the others, about areas of one's own.
  const country = role === 'commissioner' ? (asked.data.country ?? own) : own;
  const Home = role ? HOMES[role] : NoRoleHome;
  return (
    <>
      {role === 'commissioner' ? <CountryBar action="/" root={country} /> : null}
      <PageMain root={country}>{await Home({ country })}</PageMain>
    </>
  );
}
