/** What a browser fetches before the first page shows, compressed: markup, programs and styles. Fonts come after. */
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import type { Row } from './table.ts';

const WEB = path.resolve(import.meta.dirname, '../dist/web');
/** Issue's target for the first page, in bytes. */
const TARGET = 250_000;

const gzipped = (file: string): number => zlib.gzipSync(fs.readFileSync(path.join(WEB, file))).length;

/** A program and those it imports as it loads (not those it loads later), by their paths in dist/web. */
function withImports(file: string, found: Set<string>): void {
  if (found.has(file)) return;
  found.add(file);
  const text = fs.readFileSync(path.join(WEB, file), 'utf8');
  for (const match of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) {
    withImports(`assets/${match[1] ?? ''}`, found);
  }
}

/** A page's styles have the name of the program they belong to, and another hash. */
const nameOf = (file: string): string => file.replace(/-[\w-]{8}\.(?:js|css)$/, '');

export function firstPage(): Row[] {
  if (!fs.existsSync(path.join(WEB, 'index.html'))) throw new Error('The pages are not built: npm run build');
  const index = fs.readFileSync(path.join(WEB, 'index.html'), 'utf8');
  const linked = [...index.matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const shell = new Set<string>();
  for (const file of linked) {
    if (file.endsWith('.js')) withImports(file, shell);
    else shell.add(file);
  }
  const assets = fs.readdirSync(path.join(WEB, 'assets'));
  // A build may lie beside the one before it; the shell names the page that belongs to it.
  const programs = [...shell].filter((file) => file.endsWith('.js'));
  const names = programs.map((file) => fs.readFileSync(path.join(WEB, file), 'utf8')).join('\n');
  const overview = assets.find((name) => /^OverviewPage-[\w-]{8}\.js$/.test(name) && names.includes(name));
  if (overview === undefined) throw new Error('The built pages have no overview');
  const page = new Set(shell);
  withImports(`assets/${overview}`, page);
  const belonging = new Set([...page].map(nameOf));
  for (const name of assets) {
    if (name.endsWith('.css') && names.includes(name) && belonging.has(nameOf(`assets/${name}`))) {
      page.add(`assets/${name}`);
    }
  }
  const sum = (files: ReadonlySet<string>): number =>
    [...files].reduce((total, file) => total + gzipped(file), gzipped('index.html'));
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB gz`;
  return [
    {
      part: 'first page',
      what: 'markup, programs and styles of the frame',
      figure: kilobytes(sum(shell)),
      beside: '',
      reached: null,
    },
    {
      part: 'first page',
      what: 'the same with the overview in it',
      figure: kilobytes(sum(page)),
      beside: 'target < 250 kB gz',
      reached: sum(page) < TARGET,
    },
  ];
}
