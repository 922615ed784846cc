/**
 * The Typst compiler, loaded when the first PDF is asked for: it is 50 MB of native code, and not built for every
 * platform.
 */
import { createRequire } from 'node:module';
import { failed, ok, type Result } from '../../values/result.ts';

/** What Pandect uses of the compiler. */
export interface TypstCompiler {
  pdf(
    source: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> },
    options: { readonly pdfStandard: 'ua-1' },
  ): Uint8Array;
  evictCache(age: number): void;
}

export interface TypstUnavailable {
  readonly kind: 'typst-unavailable';
  /** Whole sentences for a person: what is missing, and what to do. */
  readonly message: string;
}

interface TypstModule {
  readonly NodeCompiler: { create(options: { readonly workspace: string }): TypstCompiler };
}

const isTypstModule = (value: unknown): value is TypstModule =>
  typeof value === 'object' && value !== null && 'NodeCompiler' in value;

/** The npm package that holds the build for a platform. */
export const packageFor = (platform: string, architecture: string): string =>
  `@myriaddreamin/typst-ts-node-compiler-${platform}-${architecture}${platform === 'linux' ? '-gnu' : ''}`;

const cannotBeMade = (platform: string, architecture: string): TypstUnavailable => ({
  kind: 'typst-unavailable',
  message:
    `PDF papers cannot be made on this machine: the typesetter has no build for ${platform} (${architecture}) installed here. ` +
    'Ask for the paper as Word or HTML instead, and print that to PDF; or run Pandect on 64-bit Linux.',
});

function load(name: string): unknown {
  try {
    return createRequire(import.meta.url)(name);
  } catch {
    // Not installed, or built for another system library: both mean that there are no PDFs here.
    return null;
  }
}

let loaded: Result<TypstCompiler, TypstUnavailable> | null = null;

/**
 * The one compiler of this process: it keeps fonts and earlier results, so that the second paper takes a fraction of the
 * first. Its workspace is an empty place that holds no files: papers bring everything they need with them.
 */
export function typstCompiler(
  platform: string = process.platform,
  architecture: string = process.arch,
): Result<TypstCompiler, TypstUnavailable> {
  const here = platform === process.platform && architecture === process.arch;
  if (here && loaded !== null) return loaded;
  const found = load(packageFor(platform, architecture));
  const made = isTypstModule(found)
    ? ok(found.NodeCompiler.create({ workspace: '/pandect-papers' }))
    : failed(cannotBeMade(platform, architecture));
  if (here) loaded = made;
  return made;
}
