import type { ReactNode } from 'react';
import { useRecordEditor } from '../api/queries.ts';
import { EditableField } from '../parts/EditableField.tsx';
import { FieldList, FieldRow, Section } from '../parts/FieldList.tsx';
import type { CodeBodyDetail } from './answers.ts';
import { BODY_KIND_WORDS, choices, listFrom } from './words.ts';

/** What a body is, whatever its profile: its names, who administers it, and whether it returns each month. */
export function BodyFacts({ body }: { readonly body: CodeBodyDetail }): ReactNode {
  const { saveField } = useRecordEditor(`/api/codes/${body.id}`, body.version);
  const { edit } = body.may;
  const { changes } = body;
  return (
    <Section title="The body itself">
      <FieldList>
        <FieldRow label="Short name">{body.shortName}</FieldRow>
        <FieldRow label="Name" changes={changes} field="name">
          <EditableField label="Name" kind="text" value={body.name} mayEdit={edit} save={saveField('name')} />
        </FieldRow>
        <FieldRow label="Administrator" changes={changes} field="administrator">
          <EditableField
            label="Administrator"
            kind="text"
            value={body.administrator}
            mayEdit={edit}
            save={saveField('administrator')}
          />
        </FieldRow>
        <FieldRow label="Other names" changes={changes} field="aliases">
          <EditableField
            label="Other names, with commas between them"
            kind="text"
            value={body.aliases.join(', ')}
            mayEdit={edit}
            save={saveField('aliases', listFrom)}
          />
        </FieldRow>
        <FieldRow label="Kind" changes={changes} field="kind">
          <EditableField
            label="Kind"
            kind="select"
            value={body.kind}
            options={choices(BODY_KIND_WORDS)}
            mayEdit={edit}
            save={saveField('kind')}
          />
        </FieldRow>
        <FieldRow label="Monthly return" changes={changes} field="expected_in_horizon">
          <EditableField
            label="Monthly return"
            kind="select"
            value={body.expectedInHorizon ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: 'Expected: its silence is shown' },
              { value: 'no', label: 'Not expected' },
            ]}
            mayEdit={edit}
            save={saveField('expectedInHorizon', (words) => words === 'yes')}
          />
        </FieldRow>
        <FieldRow label="Place in lists" changes={changes} field="position">
          <EditableField
            label="Place in lists"
            kind="text"
            value={String(body.position)}
            mayEdit={edit}
            save={saveField('position', Number)}
          />
        </FieldRow>
      </FieldList>
    </Section>
  );
}
