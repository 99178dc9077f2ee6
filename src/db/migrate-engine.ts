import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

/**
 * Prisma's own migration engine as WebAssembly, from npm. The native engine of its command line is downloaded at run time,
 * which a closed network forbids; without it `prisma migrate deploy` ends well and does nothing.
 */
export async function withEngine<Result>(url: string, work: (engine: bindings.SchemaEngine) => Promise<Result>): Promise<Result> {
  loadOnce();
  const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(new PrismaPg({ connectionString: url, max: 1 })));
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

/**
 * The adapter cuts a script at every semicolon, also inside a comment or a trigger's body. Sent whole it is understood by
 * PostgreSQL itself, and is one transaction: a migration that fails leaves nothing behind.
 */
function wholeScripts(factory: PrismaPg): SqlMigrationAwareDriverAdapterFactory {
  const whole = (adapter: SqlDriverAdapter): SqlDriverAdapter =>
    Object.assign(adapter, { executeScript: async (sql: string) => void (await adapter.executeRaw({ sql, args: [], argTypes: [] })) });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => whole(await factory.connect()),
    connectToShadowDb: async () => whole(await factory.connectToShadowDb()),
  };
}

let loaded = false;

/** The package's own entry file expects a bundler. */
function loadOnce(): void {
  if (loaded) return;
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const wasm = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(wasm.exports);
  (wasm.exports as { __wbindgen_start: () => void }).__wbindgen_start();
  loaded = true;
}
