import type { ReactNode } from 'react';
import type { Scheme } from './answers.ts';
import { PartTable, type PartColumn } from './PartTable.tsx';
import { useProfileEditor } from './useProfileEditor.ts';
import { choices, exampleOf, listFrom, STANDS_WORDS } from './words.ts';
import styles from './Profile.module.css';
import { type ProfilePartProps } from './profilePart.ts';

const SCHEME_COLUMNS: readonly PartColumn<Scheme>[] = [
  {
    id: 'scheme',
    header: 'Letters',
    kind: 'text',
    value: (row) => row.scheme,
    write: (row, scheme) => ({ ...row, scheme }),
    hint: 'R in R0044. Left out for bodies that write the number alone.',
  },
  {
    id: 'names',
    header: 'Called',
    kind: 'text',
    required: true,
    value: (row) => row.names,
    write: (row, names) => ({ ...row, names }),
  },
  {
    id: 'stands',
    header: 'Stands for',
    kind: 'select',
    options: choices(STANDS_WORDS),
    value: (row) => row.stands,
    write: (row, stands) => ({ ...row, stands: stands as Scheme['stands'] }),
  },
  {
    id: 'digits',
    header: 'Digits',
    kind: 'text',
    required: true,
    value: (row) => String(row.digits),
    write: (row, digits) => ({ ...row, digits: Number(digits) }),
  },
  {
    id: 'separator',
    header: 'Between',
    kind: 'text',
    value: (row) => row.separator,
    write: (row, separator) => ({ ...row, separator }),
    show: (row) => row.separator || '–',
    hint: 'Such as the hyphen of RI-0036.',
  },
  {
    id: 'suffixes',
    header: 'Suffixes',
    kind: 'text',
    value: (row) => row.suffixes.join(', '),
    write: (row, words) => ({ ...row, suffixes: listFrom(words) }),
    show: (row) => row.suffixes.join(', ') || '–',
    hint: 'With commas between them.',
  },
  {
    id: 'becomes',
    header: 'Becomes',
    kind: 'text',
    value: (row) => row.becomes ?? '',
    write: ({ becomes: _becomes, ...row }, words) => (words.trim() === '' ? row : { ...row, becomes: words.trim() }),
    show: (row) => (row.becomes === undefined ? '–' : row.becomes),
    hint: 'The letters it takes when it is carried over: an issue I0241 becomes R0241.',
  },
];

/** How the body writes its references. */
export function References({ profile, mayEdit }: ProfilePartProps): ReactNode {
  const save = useProfileEditor(profile);
  return (
    <PartTable
      title="References"
      one="way of writing references"
      about={
        <>
          {profile.body} writes references like{' '}
          {profile.schemes.map((scheme, index) => (
            <span key={scheme.scheme}>
              {index === 0 ? '' : index === profile.schemes.length - 1 ? ' or ' : ', '}
              <span className={styles.code}>{exampleOf(scheme)}</span>
            </span>
          ))}
          .
        </>
      }
      rows={profile.schemes}
      columns={SCHEME_COLUMNS}
      nameOf={(row) => row.scheme || row.names}
      blank={{ scheme: '', names: '', digits: 4, suffixes: [], separator: '', stands: 'modification' }}
      mayEdit={mayEdit}
      save={(schemes, manner) => save({ schemes }, manner)}
    />
  );
}
