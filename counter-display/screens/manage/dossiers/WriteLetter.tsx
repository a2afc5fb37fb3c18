import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { personName } from '../../../../shared/contract/schemas.ts';
import type { DossierRow, Letter } from '../../../../shared/contract/views/dossier.ts';
import type { LetterKind } from '../../../../shared/domain/letter.ts';
import { letterKinds } from '../../../../shared/domain/letter.ts';
import { longestName } from '../../../../shared/domain/name.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { letterName, manageDossierWords } from '../../../../shared/i18n/screens/manageDossiers.ts';
import { isLate } from '../../staff/dossiers/due.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { Part } from '../part.ts';
import { LetterPage } from './LetterPage.tsx';

/** The margins of official letters, as Nghị định 30/2020/NĐ-CP has them. */
const sheet = '@page { size: A4; margin: 20mm 15mm 20mm 30mm; }';

type Props = Part & {
  readonly dossier: DossierRow;
  readonly now: () => number;
  readonly onClose: () => void;
};

/** Writes a letter about a dossier: what kind, to whom; then it is shown as it will be printed. */
export function WriteLetter({ dossier, now, onClose, ...part }: Props): ReactNode {
  const { view, request, language, disabled } = part;
  const words = manageDossierWords[language];
  const [kind, setKind] = useState<LetterKind>(isLate(dossier, now()) ? 'apology' : 'thanks');
  const [recipient, setRecipient] = useState(dossier.name ?? '');
  const [letter, setLetter] = useState<Letter | null>(null);
  const isNamed = recipient.trim() !== '';
  const isRight = !isNamed || personName.safeParse(recipient).success;
  const write = async (): Promise<void> => {
    const to = isNamed ? recipient : null;
    const written = await request.send('letter:write', { dossierId: dossier.id, kind, recipient: to });
    if (written !== null) setLetter(written);
  };
  const page = letter && <LetterPage letter={letter} office={view.office} setting={view.dossiers.setting} />;
  return (
    <Dialog
      language={language}
      title={fill(words.writeTitle, { code: dossier.code })}
      size={letter === null ? 'md' : 'xl'}
      onClose={onClose}
    >
      {letter === null ? (
        <Stack>
          <NativeSelect
            label={words.kind}
            value={kind}
            data={letterKinds.map((value) => ({ value, label: letterName(value, language) }))}
            onChange={({ currentTarget: { value } }) =>
              setKind(letterKinds.find((one) => one === value) ?? 'thanks')
            }
          />
          <TextInput
            label={words.recipient}
            description={words.recipientMore}
            value={recipient}
            maxLength={longestName}
            error={isRight ? null : words.badName}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => setRecipient(value)}
          />
          <p className="manage-soft">{words.writeMore}</p>
          <DialogEnd {...part} onClose={onClose}>
            <Button disabled={disabled || !isRight} onClick={() => void write()}>
              {words.write}
            </Button>
          </DialogEnd>
        </Stack>
      ) : (
        <Stack>
          <div className="letter-preview">{page}</div>
          <p className="manage-soft">{words.printMore}</p>
          <DialogEnd {...part} keep={words.close} onClose={onClose}>
            <Button onClick={() => window.print()}>{words.print}</Button>
          </DialogEnd>
          {createPortal(
            <div className="letter-print" aria-hidden="true">
              <style>{sheet}</style>
              {page}
            </div>,
            document.body,
          )}
        </Stack>
      )}
    </Dialog>
  );
}
