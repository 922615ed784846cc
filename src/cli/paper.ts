import type { Connection } from '../server/connection.ts';
import { CommandFailure, problemWords } from './outcome.ts';

export interface PaperRequest {
  /** `pack`, `minutes` or `headline`. */
  readonly kind: string;
  /** Reference of the meeting: `CCAG-12`. */
  readonly meeting: string;
  readonly format: string;
  readonly asAt: string | null;
}

/** The bytes of a paper; a failure says what is not there or not possible. */
export async function paper(connection: Connection, request: PaperRequest): Promise<Uint8Array> {
  const query = new URLSearchParams({
    format: request.format,
    ...(request.asAt === null ? {} : { asAt: request.asAt }),
  });
  const answer = await connection.ask(
    'GET',
    `/api/meetings/${encodeURIComponent(request.meeting)}/papers/${encodeURIComponent(request.kind)}?${query.toString()}`,
  );
  if (answer.status !== 200) throw new CommandFailure(problemWords(answer.json()));
  return answer.bytes;
}
