import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The published schema and examples; they are no part of this project. */
export const AKN_DATA = path.resolve('../shared/data/akn');
const SCHEMA = path.join(AKN_DATA, 'akomantoso30.xsd');

export const hasAknData = fs.existsSync(SCHEMA);

/** Whether files can be checked by the schema here: it is there, and so is the checker of libxml2. */
export const canValidate = hasAknData && hasXmllint();

function hasXmllint(): boolean {
  try {
    execFileSync('xmllint', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    // Not installed: the tests that need it do not run.
    return false;
  }
}

/** What libxml2 finds wrong with these files by the schema, up to a dozen lines; empty when all are valid. */
export function schemaErrors(files: readonly string[]): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pandect-akn-'));
  try {
    const names = files.map((xml, index) => {
      const name = path.join(folder, `${String(index)}.xml`);
      fs.writeFileSync(name, xml);
      return name;
    });
    execFileSync('xmllint', ['--noout', '--nonet', '--huge', '--schema', SCHEMA, ...names], {
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    });
    return '';
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    const lines = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
    return lines.slice(0, 12).join('\n');
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
