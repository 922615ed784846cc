import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { problemOf } from '../api/problem.ts';
import { PageHeading } from '../parts/PageHeading.tsx';
import { ProblemNotice } from '../parts/ProblemNotice.tsx';

/** A page that could not be shown, with what to do about it; the frame around it still works. */
export function PageFault({ error, reset }: ErrorComponentProps): ReactNode {
  const router = useRouter();
  return (
    <>
      <PageHeading title="This page can’t be shown" />
      <ProblemNotice
        problem={problemOf(error)}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </>
  );
}
