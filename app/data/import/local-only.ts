const LOOPBACK = /^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/;

/** What a proxy adds. Next itself writes `x-forwarded-for` with the address of the socket. */
const isPassedOn = (headers: Headers): boolean =>
  ['forwarded', 'x-real-ip', 'via'].some((name) => headers.has(name)) ||
  (headers.get('x-forwarded-for') ?? '::1').split(',').some((address) => !LOOPBACK.test(address.trim()));

/**
 * Whether a request came to this machine's own address, not through a proxy. The server listens on localhost only; what
 * reaches it by another name was passed on from elsewhere.
 */
export const isLocalOnly = (headers: Headers): boolean => {
  const host = (headers.get('host') ?? '').replace(/:\d+$/, '');
  // Next sets x-forwarded-host itself, to the same host.
  const forwarded = (headers.get('x-forwarded-host') ?? host).replace(/:\d+$/, '');
  return ['localhost', '127.0.0.1', '[::1]'].includes(host) && forwarded === host && !isPassedOn(headers);
};
