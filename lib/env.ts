import { z } from 'zod';

const ADDRESS = z
  .string()
  .optional()
  .transform((url) => url || undefined);

const Env = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  AUTH_SECRET: z.string().min(32, 'AUTH_SECRET must have at least 32 characters; `npm run up` writes one').optional(),
  /** The address by which others reach the server, where it has one: files about single people are then refused. */
  AUTH_URL: ADDRESS,
  NEXTAUTH_URL: ADDRESS,
  /** PostgreSQL 15+; empty or absent = the embedded database. */
  DATABASE_URL: z
    .union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/ })])
    .optional()
    .transform((url) => url || undefined),
  /** Where the embedded database, its lock and the command token live. */
  STEAD_DIR: z.string().min(1).default('.stead'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Lets commands on this machine work through the running server; made anew at each start. */
  STEAD_COMMAND_TOKEN: z.string().min(20).optional(),
  /** Where npm was called from. */
  INIT_CWD: z.string().optional(),
  /** Fixes "today" in tests; ISO date. */
  STEAD_TODAY: z.iso.date().optional(),
});

function readEnv(): z.infer<typeof Env> {
  // An empty address is none, for next-auth too: it would take it for one, and not look for the other.
  for (const name of ['AUTH_URL', 'NEXTAUTH_URL']) if (process.env[name] === '') delete process.env[name];
  const parsed = Env.safeParse(process.env);
  if (!parsed.success) throw new Error(`The environment is not usable:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The typed environment: the only place that reads `process.env`. Bad values stop the build or the start. */
export const env = readEnv();
