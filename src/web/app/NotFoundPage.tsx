import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHeading } from '../parts/PageHeading.tsx';

/** A path nothing answers to. */
export function NotFoundPage(): ReactNode {
  return (
    <>
      <PageHeading title="Nothing here" sentence="No page of Pandect has this address." />
      <p>
        The link may be mistyped, or the record it names may not have existed at the moment in the time bar. Press{' '}
        <kbd>Ctrl</kbd> <kbd>K</kbd> and type a reference, or go to the <Link to="/register">register</Link> or the{' '}
        <Link to="/">overview</Link>.
      </p>
    </>
  );
}
