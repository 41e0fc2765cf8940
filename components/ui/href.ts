export type HrefParts = { pathname: string; search: string; hash: string };

/** Typed routes accept only the paths known at build as a string, but any object: hence the parts. */
export function hrefParts(href: string): HrefParts {
  const [beforeHash = '', ...hash] = href.split('#');
  const [pathname = '', ...search] = beforeHash.split('?');
  return {
    pathname,
    search: search.length > 0 ? `?${search.join('?')}` : '',
    hash: hash.length > 0 ? `#${hash.join('#')}` : '',
  };
}

/** Files, other sites and fragments are left to the browser; pages of the app go through the router. */
export const isAppPage = (href: string): boolean =>
  (href.startsWith('/') || href.startsWith('?')) && !href.startsWith('//') && !href.startsWith('/api/');
