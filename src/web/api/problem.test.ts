import { expect, test } from 'vitest';
import { address } from './client.ts';
import { ProblemError, problemOf, readProblem } from './problem.ts';

test('a problem of the server is read with its errors, by field', () => {
  const sent = {
    title: 'Not valid',
    detail: 'Mend the title.',
    code: 'invalid-request',
    errors: [
      { field: 'title', message: 'Too long' },
      { path: 'dates.0', detail: 'No such day' },
    ],
  };
  expect(readProblem(422, sent)).toMatchObject({
    status: 422,
    code: 'invalid-request',
    errors: [
      { field: 'title', message: 'Too long' },
      { field: 'dates.0', message: 'No such day' },
    ],
  });
});

test('a failure without a body still says what happened', () => {
  expect(readProblem(500, null)).toMatchObject({ status: 500, code: 'http-500' });
  expect(readProblem(500, null).detail).toContain('not made');
});

test('a fault of the page is told as one, and a thrown problem as itself', () => {
  expect(problemOf(new Error('x')).code).toBe('page-fault');
  const problem = readProblem(404, {});
  expect(problemOf(new ProblemError(problem))).toBe(problem);
});

test('an address leaves out what is not asked and repeats what is asked several times', () => {
  expect(address('/api/x', { a: '1', b: null, c: undefined, d: '', e: ['x', 'y'] })).toBe('/api/x?a=1&e=x&e=y');
  expect(address('/api/x')).toBe('/api/x');
});
