import { Button, Group, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { connectionsWords } from '../../../../shared/i18n/screens/connections.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import type { Part } from '../part.ts';

type Props = Pick<Part, 'language'> & {
  readonly title: string;
  readonly more: string;
  readonly secret: string;
  readonly onClose: () => void;
};

/** Something that is shown this once. */
export function Secret({ title, more, secret, language, onClose }: Props): ReactNode {
  const words = connectionsWords[language];
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    field.current?.select();
    // Pages that came by plain http have no clipboard; what is marked is copied by hand there.
    if (!window.isSecureContext) return;
    await navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <Dialog language={language} size="lg" title={title} onClose={onClose}>
      <Stack>
        <p>{more}</p>
        <TextInput
          ref={field}
          className="connections-secret"
          aria-label={title}
          size="md"
          readOnly
          value={secret}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void copy()}>
            {copied ? words.copied : words.copy}
          </Button>
          <Button onClick={onClose}>{words.done}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
