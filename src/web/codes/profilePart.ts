import type { Profile } from './answers.ts';

/** What each part of a profile's page is given. */
export interface ProfilePartProps {
  readonly profile: Profile;
  readonly mayEdit: boolean;
}
