import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromRoot } from '../../src/root.ts';

const PACKAGE = fromRoot('node_modules', '@sparticuz', 'chromium', 'package.json');
const UNPACK = "await (await import('@sparticuz/chromium')).default.executablePath()";

export interface BundledBrowser {
  executablePath: string;
  env: NodeJS.ProcessEnv;
}

/** The Chromium of the packages with its shared libraries and fonts, unpacked beside them: a machine needs none of its own. */
export async function bundledBrowser(): Promise<BundledBrowser> {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  const folder = fromRoot('node_modules', '.cache', `throughline-browser-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** Under another name first: what is there is whole, though runs unpack side by side or are killed while they do. */
async function unpack(folder: string): Promise<void> {
  const part = `${folder}.${process.pid}`;
  try {
    await mkdir(part, { recursive: true });
    // The package unpacks into TMPDIR, and its libraries only where it believes to be in a cloud function.
    const env = { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], { cwd: fromRoot(), env });
    await writeFile(join(part, 'fonts.conf'), fontsConf(folder));
    await rename(part, folder);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    // Another run has been quicker.
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own fonts.conf names folders of a cloud function. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts', 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;
}
