/** What a form does on its page: "/referrals/<id>/status" is sent from "/referrals/<id>". */
const ACTION =
  /\/(?:dismiss|mail|cancel|name|language|before|approve|refuse|archive|restore|status|goals?|notes|complete|reopen|fresh|invite|members|groups|(?:workers|members)\/[^/]+\/(?:reactivate|role)|notes\/[^/]+\/delete|sessions\/[^/]+(?:\/end)?)$/;
/** What has no page of its own. */
const NOWHERE = /^\/(?:logout|session\/stay|language|theme|settings\/invitations\/.*)$/;

/** The address of the page a form is on, to come back to from an answer to it: the one that can be read, with its search. */
export function pageAddress(url: string): string {
  const [path = '/', search] = url.split('?', 2);
  if (NOWHERE.test(path)) return '/';
  const page = path.replace(ACTION, '');
  return search === undefined ? page : `${page}?${search}`;
}
