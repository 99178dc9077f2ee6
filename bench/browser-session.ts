/** A signed-in person without a browser: keeps the cookie, reads hidden fields. */
export interface Visitor {
  base: string;
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<string>;
  post(path: string, form: Record<string, string>): Promise<number>;
}

export async function signInAs(base: string, email: string, password: string): Promise<Visitor> {
  const page = await fetch(`${base}/login`);
  const first = cookieOf(page) ?? '';
  const body = new URLSearchParams({ ...hiddenFields(await page.text()), email, password });
  const answer = await fetch(`${base}/login`, { method: 'POST', body, redirect: 'manual', headers: headersWith(base, first) });
  const cookie = cookieOf(answer);
  if (answer.status !== 303 || !cookie) throw new Error(`Could not sign in: ${answer.status}`);
  return {
    base,
    cookie,
    get: async (path, headers = {}) => {
      const response = await fetch(base + path, { headers: { cookie, ...headers } });
      if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
      return response.text();
    },
    post: async (path, form) => {
      const response = await fetch(base + path, {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'manual',
        headers: headersWith(base, cookie),
      });
      await response.arrayBuffer();
      return response.status;
    },
  };
}

function headersWith(base: string, cookie: string): Record<string, string> {
  return { origin: base, ...(cookie ? { cookie } : {}) };
}

function cookieOf(response: Response): string | null {
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? null;
}

export function hiddenFields(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map((match) => match[0]);
  return Object.fromEntries(inputs.map((input) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '']));
}
