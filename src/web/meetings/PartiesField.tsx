import type { ReactNode } from 'react';
import type { SaveManner, Saved } from '../api/queries.ts';
import type { Problem } from '../api/problem.ts';
import { EditableField } from '../parts/EditableField.tsx';
import type { Result } from '../../values/result.ts';
import type { Party } from './answers.ts';
import { printParties, readParties } from './words.ts';

interface PartiesFieldProps {
  readonly label: string;
  readonly parties: readonly Party[];
  readonly mayEdit: boolean;
  readonly save: (parties: readonly Party[], manner: SaveManner) => Promise<Result<Saved, Problem>>;
}

/** Roles or organisations, edited as words: `Programme (design lead), Chair`. */
export function PartiesField({ label, parties, mayEdit, save }: PartiesFieldProps): ReactNode {
  return (
    <EditableField
      label={label}
      kind="text"
      value={printParties(parties)}
      mayEdit={mayEdit}
      save={(words, manner) => save(readParties(words), manner)}
    />
  );
}
