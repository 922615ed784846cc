import { Menu } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { note } from '../parts/announce.ts';
import { Button } from '../parts/Button.tsx';
import { useSession, useSessionPeople, useSignIn, type SessionPerson } from './session.ts';

/** The picker of the sample programme's roles; the server offers it on this machine only. */
export function SignInAs(): ReactNode {
  const { person, canChoose } = useSession();
  const [open, setOpen] = useState(false);
  const people = useSessionPeople(open);
  const signIn = useSignIn();
  const become = async (next: SessionPerson | null): Promise<void> => {
    const result = await signIn(next);
    if (result.kind === 'failed') note(result.failure.detail, { tone: 'problem' });
  };
  if (!canChoose) return null;
  return (
    <Menu position="bottom-end" opened={open} onChange={setOpen} width={240}>
      <Menu.Target>
        <Button look={person === null ? 'plain' : 'quiet'}>{person === null ? 'Sign in as' : person.name}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Sign in as</Menu.Label>
        {people.isPending && <Menu.Item disabled>Loading…</Menu.Item>}
        {people.isError && (
          <Menu.Item closeMenuOnClick={false} onClick={() => void people.refetch()}>
            The list did not arrive. Try again
          </Menu.Item>
        )}
        {people.data?.items.map((one) => (
          <Menu.RadioItem
            key={one.id}
            value={one.id}
            checked={one.id === person?.id}
            closeMenuOnClick
            onChange={() => void become(one)}
          >
            {one.name}
          </Menu.RadioItem>
        ))}
        {person !== null && (
          <>
            <Menu.Divider role="separator" />
            <Menu.Item onClick={() => void become(null)}>Sign out</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
