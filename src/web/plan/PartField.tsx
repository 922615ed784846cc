/** Parts of a record (an impact, a recommendation, a mitigation): saved on their own, the last writer wins. */
import type { ReactNode } from 'react';
import { useSend } from '../api/queries.ts';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { EditableField } from '../parts/EditableField.tsx';
import type { FieldKind, Option } from '../parts/fields.tsx';

interface PartFieldProps {
  /** The part's own path. */
  readonly path: string;
  readonly field: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly value: string;
  readonly options?: readonly Option[];
  readonly mayEdit: boolean;
  readonly read?: (words: string) => unknown;
}

/** One field of a part, edited where it stands. */
export function PartField({ path, field, read = (words) => words, ...input }: PartFieldProps): ReactNode {
  const send = useSend();
  return (
    <EditableField
      {...input}
      save={async (words) => {
        const saved = await send<null>('PATCH', path, { [field]: read(words) });
        return saved.kind === 'failed' ? saved : { kind: 'ok', value: {} };
      }}
    />
  );
}

interface RemovePartProps {
  readonly path: string;
  /** `impact` */
  readonly what: string;
  readonly text: string;
}

/** Takes a part out, after asking. */
export function RemovePart({ path, what, text }: RemovePartProps): ReactNode {
  const send = useSend();
  return (
    <span className="screen-only">
      <ConfirmButton
        label="Remove"
        look="quiet"
        question={`Remove this ${what}?`}
        consequence={`“${text}” is taken out; the history keeps it.`}
        confirm={`Remove the ${what}`}
        onConfirm={() => send('DELETE', path, undefined, undefined, `The ${what} was removed`)}
      />
    </span>
  );
}
