import { useMemo, useState, type ReactNode } from 'react';
import { useList } from '../api/queries.ts';
import { useMeetingChoices } from '../app/meetingChoices.ts';
import { useSession } from '../app/session.ts';
import { useVocabulary } from '../codes/vocabulary.ts';
import { Button } from '../parts/Button.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { PageHeading } from '../parts/PageHeading.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { AddChange } from './AddChange.tsx';
import type { RegisterItem } from './answers.ts';
import { registerColumns } from './columns.tsx';
import { HorizonLogView } from './HorizonLogView.tsx';
import { InFlight } from './InFlight.tsx';
import { RegisterTable } from './RegisterTable.tsx';

/** Changes in flight to all codes: as a table, as a picture, and as the log of a meeting. */
export default function RegisterPage(): ReactNode {
  const changes = useList<RegisterItem>('/api/modifications');
  const session = useSession();
  const vocabulary = useVocabulary();
  const meetings = useMeetingChoices();
  const [adding, setAdding] = useState(false);
  const columns = useMemo(
    () =>
      registerColumns(
        vocabulary,
        meetings.filter(({ date }) => date !== null && date <= session.today),
        session.today,
      ),
    [vocabulary, meetings, session.today],
  );
  const mayAdd = session.may('add', 'modification');
  return (
    <Loaded query={changes} what="the register">
      {(list) => (
        <>
          <PageHeading
            title="Register"
            sentence={list.sentence}
            actions={mayAdd ? <Button onClick={() => setAdding(true)}>Add a change</Button> : undefined}
          />
          <Tabs
            label="Ways to look at the register"
            tabs={[
              { id: 'table', label: 'Register', content: () => <RegisterTable items={list.items} columns={columns} /> },
              { id: 'timeline', label: 'In flight', content: () => <InFlight items={list.items} columns={columns} /> },
              { id: 'log', label: 'Horizon log', content: () => <HorizonLogView items={list.items} /> },
            ]}
          />
          <AddChange open={adding} onClose={() => setAdding(false)} />
        </>
      )}
    </Loaded>
  );
}
