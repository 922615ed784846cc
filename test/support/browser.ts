import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

/** Quiet, offline, and able to run as root in a container. */
const options = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface BrowserProgram {
  readonly executablePath: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** This process's environment without the unset entries, as a child process wants it. */
function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/**
 * Chromium from the npm package `@sparticuz/chromium`, for machines with Node and npm only. The package carries its own
 * shared libraries and fonts, but unpacks them only where it recognises a cloud function; naming one in the environment
 * of the unpacking process asks for them. It unpacks into the temporary folder under fixed names, so it is given a
 * folder of its own, moved into place whole once complete: two test runs at once never see a half-written browser.
 */
async function packagedChromium(): Promise<BrowserProgram> {
  const home = join(root, 'node_modules', '.cache', 'chromium');
  const program: BrowserProgram = {
    executablePath: join(home, 'chromium'),
    environment: {
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  };
  if (!existsSync(program.executablePath)) {
    const folder = mkdtempSync(join(root, 'node_modules', '.chromium-'));
    await run(process.execPath, [join(import.meta.dirname, 'unpack-chromium.mjs')], {
      cwd: root,
      env: { ...ownEnvironment(), TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    });
    moveIntoPlace(folder, home);
  }
  return program;
}

/** Fonts of the package first (there may be no others), then the machine's. */
const fontConfiguration = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`;

/** Renames a complete folder to its final name; if another process got there first, its copy is just as good. */
function moveIntoPlace(folder: string, home: string): void {
  writeFileSync(join(folder, 'fonts', 'fonts.conf'), fontConfiguration(home));
  mkdirSync(dirname(home), { recursive: true });
  try {
    renameSync(folder, home);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    if (!existsSync(join(home, 'chromium'))) throw error;
  }
}

/** The browser to test with: the one CHROMIUM names, the machine's own, or the one from npm. */
async function findChromium(): Promise<BrowserProgram> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') {
    if (named === 'packaged') return packagedChromium();
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, and there is no such file.`);
    return { executablePath: named, environment: {} };
  }
  const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
    existsSync(path),
  );
  return installed === undefined ? packagedChromium() : { executablePath: installed, environment: {} };
}

/**
 * Starts a real, headless Chromium with a fresh profile. Set CHROMIUM to a program's path to choose one, or to
 * `packaged` to use the one from npm even where another is installed. The caller closes it.
 *
 * @throws when no browser can be found or started: a browser test that cannot run has failed.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findChromium();
  return chromium.launch({ executablePath, args: options, env: { ...ownEnvironment(), ...environment } });
}
