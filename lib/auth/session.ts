import 'server-only';
import { headers } from 'next/headers';
import NextAuth from 'next-auth';
import { decode, encode, getToken } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { z } from 'zod';
import { env } from '@/lib/env';

/** All that a session carries; role and scope are read again on every request. */
const Session = z.object({ userId: z.uuid(), sessionVersion: z.number().int() });
export type Session = z.infer<typeof Session>;

const SESSION_SECONDS = 12 * 60 * 60;
const TICKET_SECONDS = 30;
const TICKET_SALT = 'stead.ticket';

const secret = (): string => {
  if (!env.AUTH_SECRET) throw new Error('AUTH_SECRET is not set; `npm run up` writes one to .env.local');
  return env.AUTH_SECRET;
};

// The password is checked in lib/data before next-auth is asked for a session: its own endpoint
// accepts only a ticket that this server signed seconds ago, so it can't be used to guess passwords.
const next = NextAuth(() => ({
  secret: secret(),
  trustHost: true,
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/sign-in' },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
  providers: [
    Credentials({
      credentials: { ticket: {} },
      authorize: async ({ ticket }) => {
        const session = await readTicket(ticket);
        return session && { id: `${session.userId}/${session.sessionVersion}` };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => {
      if (!user?.id) return token;
      const [userId, version] = user.id.split('/');
      return { userId, sessionVersion: Number(version) };
    },
  },
}));

async function readTicket(ticket: unknown): Promise<Session | null> {
  if (typeof ticket !== 'string') return null;
  const token = await decode({ token: ticket, secret: secret(), salt: TICKET_SALT }).catch(() => null);
  return Session.safeParse(token).data ?? null;
}

/** As next-auth decides it when it sets the cookie: by the address that others use, else by the request's own. */
const isSecure = (incoming: Pick<Headers, 'get'>): boolean =>
  /^https(:|$)/i.test((env.AUTH_URL ?? env.NEXTAUTH_URL ?? incoming.get('x-forwarded-proto') ?? 'https').trim());

/**
 * The request's session, or null. The version must still be compared with the stored one. Only reads the cookie:
 * next-auth's `auth()` would sign it anew each time, and a page can't set it.
 */
export async function readSession(): Promise<Session | null> {
  const incoming = await headers();
  const token = await getToken({
    // The cookie only: getToken would take a bearer token for one too.
    req: { headers: { cookie: incoming.get('cookie') ?? '' } },
    secret: secret(),
    secureCookie: isSecure(incoming),
  });
  return Session.safeParse(token).data ?? null;
}

/** Sets the session cookie for an account whose password has just been checked. */
export async function startSession(session: Session): Promise<void> {
  const ticket = await encode({ token: session, secret: secret(), salt: TICKET_SALT, maxAge: TICKET_SECONDS });
  await next.signIn('credentials', { ticket, redirect: false });
}

export async function endSession(): Promise<void> {
  await next.signOut({ redirect: false });
}
