import type { Express } from 'express';

export interface Route {
  method: string;
  path: string;
}

interface Layer {
  route?: { path: string; methods?: Record<string, boolean>; stack: { method?: string }[] };
  handle?: { stack?: Layer[] };
}

/** Every route of the application, read from the routers themselves: a new one is tested the day it is born. */
export function routesOf(app: Express): Route[] {
  return walk((app.router as unknown as { stack: Layer[] }).stack);
}

function walk(stack: readonly Layer[]): Route[] {
  return stack.flatMap(({ route, handle }) => {
    if (!route) return walk(handle?.stack ?? []);
    const methods = new Set(route.stack.flatMap(({ method }) => (method ? [method.toUpperCase()] : [])));
    return [...methods].map((method) => ({ method, path: route.path }));
  });
}

/** The route's address with these values in place of its parameters; every other parameter is an id of nothing. */
export function addressOf(path: string, values: Readonly<Record<string, string>> = {}): string {
  return path.replace(/:(\w+)/g, (_all, name: string) => values[name] ?? '0197a000-0000-7000-8000-000000000000');
}
