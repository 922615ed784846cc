import type { ExitCode } from '../outcome.ts';
import { refuseToOverwrite } from './output.ts';
import { readVersions } from './texts.ts';
import { formFor, writeVersion } from './written-form.ts';

/** Reads a text in whatever form it has and writes it in another. */
export async function convert(
  name: string,
  options: { readonly to?: string; readonly output?: string; readonly style?: string },
): Promise<ExitCode> {
  const form = formFor(options.to, options.output);
  const [file] = await readVersions([name], options.style, { doubts: 'listed' });
  if (file === undefined) throw new Error('One file was read, and there is none.');
  refuseToOverwrite(options.output, [file.input]);
  writeVersion(file.version, form, file, options.output, [file.input]);
  return 0;
}
