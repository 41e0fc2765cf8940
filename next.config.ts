import type { NextConfig } from 'next';
import './lib/env';

const config: NextConfig = {
  poweredByHeader: false,
  reactCompiler: true,
  typedRoutes: false,
  serverExternalPackages: ['@electric-sql/pglite', '@node-rs/argon2', 'graphile-worker', 'pg', 'pino'],
  // `npm run verify` runs tsc over everything, tests too; a build needs no second check.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
