/** What a form does on its page: "/referrals/<id>/status" is sent from "/referrals/<id>". */
const ACTION =
  /\/(?:dismiss|mail|cancel|name|language|before|approve|refuse|archive|restore|status|goals?|notes|complete|reopen|fresh|invite|members|groups|(?:workers|members)\/[^/]+\/(?:reactivate|role)|notes\/[^/]+\/delete|sessions\/[^/]+(?:\/end)?)$/;
/** What has no page of its own. */
const NOWHERE = /^\/(?:logout|session\/stay|language|theme|settings\/invitations\/.*)$/;

/** What the Connect form is about stands in its page's address, and hidden in the form (R21). */
const ABOUT = ['seekerId', 'forwardedFrom', 'for'];

/** The address of the page a form is on, to come back to from an answer to it: the one that can be read, with its search. */
export function pageAddress(url: string, body?: unknown): string {
  const [path = '/', search] = url.split('?', 2);
  if (NOWHERE.test(path)) return '/';
  const page = path.replace(ACTION, '');
  const asked = search ?? (page.endsWith('/connect') ? aboutOf(body) : '');
  return asked === '' ? page : `${page}?${asked}`;
}

function aboutOf(body: unknown): string {
  const given = new Map<string, unknown>(typeof body === 'object' && body !== null ? Object.entries(body) : []);
  const about = ABOUT.flatMap((name): [string, string][] => {
    const value = given.get(name);
    return typeof value === 'string' && /^[\w-]{1,36}$/.test(value) ? [[name, value]] : [];
  });
  return new URLSearchParams(about).toString();
}
