import { useParams } from '@tanstack/react-router';

/** The reference (or id) of the record in the page's path: `M8` in `/plan/M8`. */
export function useReference(): string {
  const parameters: unknown = useParams({ strict: false });
  return typeof parameters === 'object' &&
    parameters !== null &&
    'reference' in parameters &&
    typeof parameters.reference === 'string'
    ? parameters.reference
    : '';
}
