/**
 * Whether a request came to this machine's own address, not through a proxy. The server listens on localhost only; what
 * reaches it by another name was passed on from elsewhere.
 */
export const isLocalOnly = (headers: Headers): boolean => {
  const host = (headers.get('host') ?? '').replace(/:\d+$/, '');
  // Next sets x-forwarded-host itself, to the same host.
  const forwarded = (headers.get('x-forwarded-host') ?? host).replace(/:\d+$/, '');
  return ['localhost', '127.0.0.1', '[::1]'].includes(host) && forwarded === host;
};
