import { packRecords } from '../model.ts';
import { finding, type Detector } from './examined.ts';

/** Rows of the pack that carry a reference another row carries already. */
export const duplicateRecord: Detector = ({ contents }) =>
  packRecords(contents)
    .filter((record) => /#\d+$/.test(record.key))
    .map((record) =>
      finding(
        'duplicate-record',
        record.key,
        record.span,
        `${record.key.replace(/^[^:]*:/, '').replace(/#\d+$/, '')} stands in the pack more than once.`,
        { words: 'Keep the one that holds.' },
      ),
    );
