import type { ReactNode } from 'react';
import { useGet, useSend } from '../api/queries.ts';
import { useSession } from '../app/session.ts';
import { Button } from '../parts/Button.tsx';
import { Section } from '../parts/FieldList.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { note } from '../parts/announce.ts';
import type { DocumentBlock, MeetingDetail } from './answers.ts';
import { Blocks } from './Blocks.tsx';
import styles from './Papers.module.css';

interface Draft {
  readonly title: string;
  readonly content: readonly DocumentBlock[];
}

/** Minutes as the record would write them: what the secretariat starts from, never what is published unread. */
export function MinutesDraft({ meeting }: { readonly meeting: MeetingDetail }): ReactNode {
  const draft = useGet<Draft>(`/api/meetings/${meeting.reference}/minutes-draft`);
  const session = useSession();
  const send = useSend();
  const keep = async ({ title, content }: Draft): Promise<void> => {
    const kept = await send<{ readonly version: string }>('POST', '/api/documents', {
      meeting: meeting.reference,
      kind: 'minutes',
      title,
      content,
    });
    if (kept.kind === 'failed') note(kept.failure.detail, { tone: 'problem' });
    else note(`Kept as version ${kept.value.version}; it stands under Papers, to be read and approved.`);
  };
  return (
    <Loaded query={draft} what="the draft of the minutes">
      {(answer) => (
        <Section
          title="Draft of the minutes"
          actions={
            session.may('add', 'document') ? (
              <Button onClick={() => void keep(answer)}>Keep as a version</Button>
            ) : undefined
          }
        >
          <p className={styles.pack}>
            <span className={styles.quiet}>
              Written from the record: change the items, actions and decisions, and the draft changes with them. Read it
              before anybody else does.
            </span>
          </p>
          <Blocks blocks={answer.content} />
        </Section>
      )}
    </Loaded>
  );
}
