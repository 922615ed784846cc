/** What people do with minutes, headline reports and other documents of a meeting. */
import { problem, type Problem } from '../../platform/errors/problem.ts';
import type { CommandContext } from '../../platform/record/command.ts';
import { editRow } from '../../platform/record/edit.ts';
import { failed, ok, type Result } from '../../values/result.ts';
import type { DocumentBlock, DocumentKind, DocumentState } from '../model/document.ts';
import { documentById, documentByTitle, documentVersionById, versionsOf } from '../store/documents.ts';
import { upsertRow, withParts, type Recorded } from '../../platform/record/upsert.ts';
import { sameValue } from '../../values/same-value.ts';
import { meetingNamed } from '../lookup.ts';
import { ratifyMinutesOf } from './meetings.ts';

export interface DocumentVersionInput {
  /** The meeting it is of: id or `CCAG-11`; null for one of no meeting. */
  readonly meeting: string | null;
  readonly kind: DocumentKind;
  /** With meeting and kind its natural key. */
  readonly title: string;
  /** As the pack labels it: `Attachment 1`. */
  readonly label?: string;
  /** Version as printed: `1.1`; the next whole number when absent and the content is new. */
  readonly version?: string;
  readonly state?: DocumentState;
  readonly content?: readonly DocumentBlock[];
  readonly changeMarked?: boolean;
  readonly fileId?: string | null;
}

export interface RecordedDocument extends Recorded {
  readonly versionId: string;
  readonly version: string;
}

/** Records a version of a document. The same version with the same content again writes nothing. */
export async function recordDocumentVersion(
  context: CommandContext,
  input: DocumentVersionInput,
): Promise<Result<RecordedDocument, Problem>> {
  let meetingId: string | null = null;
  if (input.meeting !== null) {
    const meeting = await meetingNamed(context.database, input.meeting);
    if (meeting.kind === 'failed') return meeting;
    meetingId = meeting.value.id;
  }
  const present = await documentByTitle(context.database, meetingId, input.kind, input.title);
  const document = await upsertRow(
    context.database,
    'document',
    'document',
    present?.id ?? null,
    { label: input.label },
    { meeting_id: meetingId, kind: input.kind, title: input.title },
  );
  const versions = present === null ? [] : await versionsOf(context.database, [present.id]);
  const match =
    input.version === undefined
      ? versions.findLast((row) => sameValue(row.content, input.content ?? []))
      : versions.find((row) => row.label === input.version);
  if (match?.state === 'approved' && input.content !== undefined && !sameValue(match.content, input.content)) {
    return failed(
      problem(
        'step-not-allowed',
        `Version ${match.label} of “${input.title}” is approved, so its text stays. Add the new text as another version.`,
      ),
    );
  }
  const version = await upsertRow(
    context.database,
    'document_version',
    'version',
    match?.id ?? null,
    {
      content: input.content,
      change_marked: input.changeMarked,
      file_id: input.fileId,
      // Approval is never taken back by recording the draft again.
      state: match?.state === 'approved' ? undefined : input.state,
    },
    {
      document_id: document.id,
      position: versions.length + 1,
      label: input.version ?? String(versions.length + 1),
      ...(input.state === undefined ? { state: 'draft' } : {}),
    },
  );
  return ok({
    ...withParts(document, [version], 'document_version'),
    versionId: version.id,
    version: match?.label ?? input.version ?? String(versions.length + 1),
  });
}

/**
 * Approves a draft at a meeting; approved minutes make the meeting they are of *ratified*.
 *
 * @returns the version's new version number.
 */
export async function approveDocumentVersion(
  context: CommandContext,
  versionId: string,
  ifMatch: number | null,
  meetingReference: string,
): Promise<Result<number, Problem>> {
  const version = await documentVersionById(context.database, versionId);
  if (version === null) return failed(problem('not-found', 'There is no such version of a document in the record.'));
  if (version.state === 'approved') {
    return failed(problem('step-not-allowed', `Version ${version.label} is approved already.`));
  }
  const meeting = await meetingNamed(context.database, meetingReference);
  if (meeting.kind === 'failed') return meeting;
  const approved = await editRow(context.database, 'document_version', versionId, ifMatch, {
    state: 'approved' satisfies DocumentState,
    approved_at_meeting_id: meeting.value.id,
  });
  if (approved.kind === 'failed') return approved;
  const document = await documentById(context.database, version.document_id);
  if (document?.kind === 'minutes' && document.meeting_id !== null) await ratifyMinutesOf(context, document.meeting_id);
  return approved;
}
