/** Problems as `application/problem+json` (RFC 9457), from the one registry. */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problem, PROBLEMS, type Problem, type ProblemCode } from '../platform/errors/problem.ts';

const codes = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

export const ProblemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(codes),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });

/** How a route's schema says that an answer may be a problem: with the media type it is sent with. */
export const PROBLEM_ANSWER = {
  description: 'A problem, with a stable code',
  content: { 'application/problem+json': { schema: ProblemSchema } },
};

/** Sends a problem; its status and title come from the registry. */
export function sendProblem(reply: FastifyReply, value: Problem): FastifyReply {
  const { status, title } = PROBLEMS[value.code];
  return reply
    .code(status)
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({
      type: `/api#problem-${value.code}`,
      title,
      status,
      code: value.code,
      detail: value.detail,
      ...(value.errors === undefined ? {} : { errors: value.errors }),
      requestId: reply.request.id,
    });
}

/** What PostgreSQL answers to the character of the number 0, in text and in JSON. */
const UNWRITABLE = new Set(['22021', '22P05']);

function problemOf(error: FastifyError): Problem {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const errors = error.validation.map((issue) => ({
      path: [error.validationContext ?? 'request', ...issue.instancePath.split('/').filter(Boolean)].join('.'),
      message: issue.message ?? 'This value cannot be used.',
    }));
    const where = errors.map((issue) => `${issue.path}: ${issue.message}`).join('; ');
    return problem(
      'invalid-request',
      `Some of what was sent cannot be used (${where}). Correct it and send it again.`,
      errors,
    );
  }
  if (UNWRITABLE.has(error.code)) {
    return problem(
      'invalid-request',
      'What was sent holds a character that no text has (of the number 0). Take it out and send it again.',
    );
  }
  if (error.statusCode === 413) {
    return problem(
      'too-large',
      'What was sent is larger than this address accepts. Send a smaller file or fewer values.',
    );
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return problem('invalid-request', `${error.message}. Correct the request and send it again.`);
  }
  return problem(
    'bug',
    'This is a fault in Pandect, not in what you did. Nothing was changed. Try again; if it stays, report the request id.',
  );
}

/** Makes every error of the application leave as a problem; faults are logged with their cause. */
export function installProblemAnswers(application: FastifyInstance): void {
  application.setErrorHandler<FastifyError>((error, request, reply) => {
    const value = problemOf(error);
    if (value.code === 'bug') {
      const cause = isResponseSerializationError(error) ? error.cause : undefined;
      request.log.error({ err: error, cause }, 'request failed');
    }
    return sendProblem(reply, value);
  });
}
