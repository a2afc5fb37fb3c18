import { Button, Group, Stack, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { hasLooseBrace, unknownPlaceholders } from '../../../../shared/domain/letter.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { letterName, manageDossierWords } from '../../../../shared/i18n/screens/manageDossiers.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';

type Template = View<'manage'>['dossiers']['templates'][number];

/** How the office words its letters. */
export function Letters(part: Part): ReactNode {
  const { view, language } = part;
  const words = manageDossierWords[language];
  const [editing, setEditing] = useState<Template | null>(null);
  return (
    <section>
      <h2>{words.letters}</h2>
      <ul className="dossier-templates">
        {view.dossiers.templates.map((template) => (
          <li key={template.kind}>
            <span>{letterName(template.kind, language)}</span>
            <Button
              variant="default"
              size="compact-md"
              aria-label={fill(words.edit, { name: letterName(template.kind, language) })}
              onClick={() => setEditing(template)}
            >
              {words.editShort}
            </Button>
          </li>
        ))}
      </ul>
      {editing !== null && <Edit {...part} template={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

/** What is wrong with a wording, in words; null if nothing is. */
function troubleOf(text: string, words: (typeof manageDossierWords)['vi' | 'en']): string | null {
  const [unknown] = unknownPlaceholders(text);
  if (unknown !== undefined) return fill(words.unknownPlaceholder, { name: `{${unknown}}` });
  return hasLooseBrace(text) ? words.looseBrace : null;
}

type EditProps = Part & { readonly template: Template; readonly onClose: () => void };

function Edit({ template, onClose, ...part }: EditProps): ReactNode {
  const { request, language, disabled } = part;
  const words = manageDossierWords[language];
  const [title, setTitle] = useState(template.title);
  const [body, setBody] = useState(template.body);
  const trouble = troubleOf(`${title}\n${body}`, words);
  const isComplete = title.trim() !== '' && body.trim() !== '' && trouble === null;
  const word = async (wording: { title: string; body: string } | null): Promise<void> => {
    if ((await request.send('letter:word', { kind: template.kind, wording })) === null) return;
    onClose();
    request.say({ kind: 'note', text: words.saved });
  };
  const name = letterName(template.kind, language);
  return (
    <Dialog language={language} title={fill(words.edit, { name })} size="xl" onClose={onClose}>
      <Stack>
        <TextInput
          label={words.letterTitle}
          value={title}
          maxLength={120}
          onChange={({ currentTarget: { value } }) => setTitle(value)}
        />
        <Textarea
          label={words.letterBody}
          description={words.lettersMore}
          autosize
          minRows={6}
          maxRows={14}
          maxLength={3_000}
          value={body}
          error={trouble}
          onChange={({ currentTarget: { value } }) => setBody(value)}
        />
        <DialogEnd {...part} onClose={onClose}>
          <Group>
            <Button variant="default" disabled={disabled} onClick={() => void word(null)}>
              {words.standard}
            </Button>
            <Button disabled={disabled || !isComplete} onClick={() => void word({ title, body })}>
              {words.save}
            </Button>
          </Group>
        </DialogEnd>
      </Stack>
    </Dialog>
  );
}
