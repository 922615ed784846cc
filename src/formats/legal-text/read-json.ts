import type { Instrument } from '../../legaltext/instrument.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { ProvisionsJsonFailure } from '../provisions-json/failure.ts';
import {
  provisionsJsonFormat,
  readInstrumentsJson,
  readOperationsJson,
  readVersionJson,
} from '../provisions-json/provisions-json.ts';
import { jsonFault } from './json-fault.ts';
import { refusal, type LegalText, type LegalTextFailure } from './model.ts';

const changes = (instruments: readonly Instrument[]): LegalText => ({
  format: 'json',
  style: null,
  version: null,
  instruments,
  akn: null,
  notes: [],
});

/** Where it is broken, by line; otherwise where in its values. */
function inWords(failure: ProvisionsJsonFailure, text: string): LegalTextFailure {
  const fault = failure.reason === 'not-json' ? jsonFault(text) : null;
  return fault === null
    ? refusal(failure.message, failure.path === '' ? null : failure.path)
    : refusal(
        `The JSON is broken here: ${fault.message}. Mend it, or export the file again.`,
        `line ${fault.line}, column ${fault.column}`,
      );
}

/** Reads Pandect's own files: a version, operations, or instruments. Operations become one instrument called `name`. */
export function readJson(text: string, name: string): Result<LegalText, LegalTextFailure> {
  switch (provisionsJsonFormat(text)) {
    case 'pandect-version': {
      const read = readVersionJson(text);
      return read.kind === 'ok'
        ? ok({ format: 'json', style: null, version: read.value, instruments: [], akn: null, notes: [] })
        : failed(inWords(read.failure, text));
    }
    case 'pandect-instruments': {
      const read = readInstrumentsJson(text);
      return read.kind === 'ok' ? ok(changes(read.value)) : failed(inWords(read.failure, text));
    }
    case 'pandect-operations': {
      const read = readOperationsJson(text);
      if (read.kind === 'failed') return failed(inWords(read.failure, text));
      const part = { commencement: { kind: 'unknown' }, operations: read.value } as const;
      return ok(changes([{ kind: 'instrument', id: name, name, parts: [part] }]));
    }
    case undefined: {
      const fault = jsonFault(text);
      return failed(
        fault === null
          ? refusal(
              'This is JSON, but not a text or a change that Pandect wrote: it does not begin with "format": "pandect-version", "pandect-operations" or "pandect-instruments". Choose another file, or make one with ./pandect text convert.',
            )
          : refusal(
              `The JSON is broken here: ${fault.message}. Mend it, or export the file again.`,
              `line ${fault.line}, column ${fault.column}`,
            ),
      );
    }
  }
}
