/** Programs of the house as processes of their own: bundled once for a test file, since starting from source takes seconds. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../../..');

/** Sources by the name of the program they become. */
const SOURCES = {
  writer: 'test/process/programs/writer.ts',
  locker: 'test/process/programs/locker.ts',
  server: 'src/server/main.ts',
  cli: 'src/cli/main.ts',
} as const;
export type Program = keyof typeof SOURCES;

export interface Programs {
  /** Starts one of them; what it prints is collected line by line. */
  start(program: Program, parameters: readonly string[], environment?: Readonly<Record<string, string>>): Running;
  /** Starts one and waits until it ends. */
  run(program: Program, parameters: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended>;
  /** The file that Node runs, for tests that start it in a way of their own. */
  fileOf(program: Program): string;
  /** A new folder for a test's files; all of them go with `close`. */
  folder(): string;
  close(): void;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
}

export interface Running {
  readonly pid: number;
  /** Lines printed so far, whole ones only. */
  readonly lines: readonly string[];
  /** The first line for which `wanted` holds; fails when the process ends without it. */
  line(wanted: (line: string) => boolean): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  /** Gives it this on standard input, and no more. */
  input(words: string): void;
  readonly ended: Promise<Ended>;
}

/** Worker threads are files of their own, beside the program that starts them, as `npm run build` puts them. */
const workers = (): string[] =>
  fs
    .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('-worker.ts') && !name.startsWith('web'))
    .map((name) => path.join('src', name));

/** Bundles the programs, workers included, into a folder beside the packages that they load. */
export async function buildPrograms(names: readonly Program[]): Promise<Programs> {
  const cache = path.join(root, 'node_modules/.cache/pandect');
  fs.mkdirSync(cache, { recursive: true });
  const home = fs.mkdtempSync(path.join(cache, 'programs-'));
  await build({
    absWorkingDir: root,
    entryPoints: [
      ...names.map((name) => ({ in: SOURCES[name], out: name })),
      ...workers().map((name) => ({ in: name, out: path.basename(name, '.ts') })),
    ],
    outdir: home,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'error',
  });
  const running = new Set<ChildProcessWithoutNullStreams>();
  const start: Programs['start'] = (program, parameters, environment = {}) => {
    // The embedded database's code is compiled once, quickly: for a process that lives a second, optimising it is a waste.
    const child = spawn(process.execPath, ['--liftoff-only', path.join(home, `${program}.js`), ...parameters], {
      cwd: root,
      env: { ...withoutOwn(process.env), ...environment },
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    return watch(child);
  };
  return {
    start,
    run: (...what) => start(...what).ended,
    fileOf: (program) => path.join(home, `${program}.js`),
    folder: () => fs.mkdtempSync(path.join(home, 'folder-')),
    close: () => {
      for (const child of running) child.kill('SIGKILL');
      fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The environment without what would lead a program to another record than the test's. */
const withoutOwn = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(
      ([name]) => !/^(?:PORT|HOST|DATABASE_URL|PANDECT_.*|NODE_OPTIONS|VITEST.*)$/.test(name),
    ),
  );

function watch(child: ChildProcessWithoutNullStreams): Running {
  const lines: string[] = [];
  let output = '';
  let errors = '';
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    lines.splice(0, lines.length, ...output.split('\n').slice(0, -1));
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  let end: Ended | null = null;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      end = { code, signal, output, errors };
      resolve(end);
      wake();
    });
  });
  return {
    pid: child.pid ?? -1,
    lines,
    ended,
    kill: (signal) => child.kill(signal),
    input: (words) => child.stdin.end(words),
    line: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find(wanted);
          if (found === undefined && end === null) return;
          waiting.delete(look);
          if (found !== undefined) resolve(found);
          else reject(new Error(`The process ended (${String(end?.code)}) without that line: ${output}${errors}`));
        };
        waiting.add(look);
        look();
      }),
  };
}
