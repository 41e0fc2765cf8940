import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { currentViewer } from '@/lib/data/viewer';
import { AppFrame } from './_frame/app-frame';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Stead', template: '%s · Stead' },
  description: 'Decision support for the placement of trainee doctors in England',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

const THEMES = new Set(['light', 'dark']);

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [store, viewer] = [await cookies(), await currentViewer()];
  const theme = store.get('theme')?.value ?? '';
  return (
    <html lang="en-GB" className={THEMES.has(theme) ? theme : undefined}>
      <body>
        <AppFrame viewer={viewer}>{children}</AppFrame>
      </body>
    </html>
  );
}
