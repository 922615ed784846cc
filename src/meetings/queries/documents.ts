/** Questions about documents and their versions. */
import type { Database } from '../../platform/database/tables.ts';
import { problem } from '../../platform/errors/problem.ts';
import { failed, ok } from '../../values/result.ts';
import { documentById, versionsOf } from '../store/documents.ts';
import { presentDocument, presentVersion } from './present.ts';
import { meetingsMentioned } from './view.ts';

/** A document with every version and its structured content, oldest first. */
export async function documentDetail(database: Database, id: string) {
  const document = await documentById(database, id);
  if (document === null) {
    return failed(problem('not-found', 'There is no such document in the record. Look at the meeting it belongs to.'));
  }
  const versions = await versionsOf(database, [id]);
  const meetings = await meetingsMentioned(database, [
    document.meeting_id,
    ...versions.map((version) => version.approved_at_meeting_id),
  ]);
  return ok({
    ...presentDocument(document, versions, meetings),
    versions: versions.map((version) => ({ ...presentVersion(version, meetings), content: version.content })),
  });
}
