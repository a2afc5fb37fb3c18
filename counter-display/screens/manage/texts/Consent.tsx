import { Button, Group, TextInput, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { consentLimits } from '../../../../shared/contract/texts.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageSetUpWords } from '../../../../shared/i18n/screens/manageSetUp.ts';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { Part } from '../part.ts';
import { Dialog } from '../dialog/Dialog.tsx';
import { DialogEnd } from '../dialog/DialogEnd.tsx';
import type { ConsentDraft } from './consentDraft.ts';
import { draftOf, wordingOf } from './consentDraft.ts';
import { ConsentPreview } from './ConsentPreview.tsx';
import { ConsentVersions } from './ConsentVersions.tsx';
import { useRead } from './useRead.ts';
import './texts.css';

/** What visitors agree to, as it is and as it was. */
export function Consent(part: Part): ReactNode {
  const { view, request, language } = part;
  const words = manageTextWords[language];
  const { consentVersion } = view.privacy.record;
  const { value, again } = useRead(request, consentVersion, () => request.send('consent:versions', {}));
  const [draft, setDraft] = useState<ConsentDraft | null>(null);
  const current = value?.versions.find(({ version }) => version === consentVersion);
  if (value === null || current === undefined)
    return (
      <section>
        {request.busy === null ? (
          <Button variant="default" onClick={again}>
            {words.again}
          </Button>
        ) : (
          <p role="status">{words.waiting}</p>
        )}
      </section>
    );
  const shown = draft ?? draftOf(current);
  return (
    <>
      <section>
        <h2>{words.consent}</h2>
        <p className="manage-soft">{words.consentMore}</p>
        <p>{fill(words.consentVersion, { version: consentVersion })}</p>
        <div className="text-part">
          <Editor {...part} draft={shown} isTouched={draft !== null} onDraft={setDraft} />
          <ConsentPreview draft={shown} view={view} language={language} />
        </div>
      </section>
      <ConsentVersions
        versions={value.versions}
        current={consentVersion}
        language={language}
        timeZone={view.office.timeZone}
      />
    </>
  );
}

type EditorProps = Part & {
  readonly draft: ConsentDraft;
  readonly isTouched: boolean;
  /** @param draft null: nothing is being edited any more. */
  readonly onDraft: (draft: ConsentDraft | null) => void;
};

function Editor({ draft, isTouched, onDraft, ...part }: EditorProps): ReactNode {
  const { view, request, language, disabled } = part;
  const words = manageTextWords[language];
  const setUp = manageSetUpWords[language];
  const [asks, setAsks] = useState(false);
  const wording = wordingOf(draft);
  const { consentVersion } = view.privacy.record;
  // Somebody else put another wording in the place of the one that is being edited.
  const isOutdated = isTouched && draft.replaces !== consentVersion;
  const change = (more: Partial<ConsentDraft>): void => onDraft({ ...draft, ...more });
  const use = async (): Promise<void> => {
    if (wording === null) return;
    if ((await request.send('consent:reword', { replaces: draft.replaces, wording })) === null) return;
    setAsks(false);
    onDraft(null);
    request.say({ kind: 'note', text: words.consentDone });
  };
  const fields = (of: 'vi' | 'en', label: string): ReactNode => (
    <>
      <TextInput
        size="md"
        label={`${words.consentTitle} (${label})`}
        value={draft.title[of]}
        maxLength={consentLimits.title}
        lang={of}
        onChange={({ currentTarget: { value } }) => change({ title: { ...draft.title, [of]: value } })}
      />
      <Textarea
        size="md"
        label={`${words.consentBody} (${label})`}
        description={fill(words.consentBodyMore, { n: consentLimits.paragraphs })}
        autosize
        minRows={5}
        maxRows={14}
        value={draft.body[of]}
        lang={of}
        onChange={({ currentTarget: { value } }) => change({ body: { ...draft.body, [of]: value } })}
      />
    </>
  );
  return (
    <div className="text-form">
      {isOutdated && (
        <p className="text-missing" role="alert">
          {fill(words.consentChanged, { version: consentVersion })}
        </p>
      )}
      {fields('vi', setUp.inVietnamese)}
      {fields('en', setUp.inEnglish)}
      {isTouched && wording === null && (
        <p className="text-missing" role="status">
          {fill(words.consentTooMuch, { n: consentLimits.paragraph, most: consentLimits.paragraphs })}
        </p>
      )}
      <Group>
        <Button
          disabled={disabled || !isTouched || isOutdated || wording === null}
          onClick={() => setAsks(true)}
        >
          {words.consentUse}
        </Button>
        <Button variant="default" disabled={!isTouched} onClick={() => onDraft(null)}>
          {words.consentDrop}
        </Button>
      </Group>
      {asks && <Sure {...part} onUse={use} onClose={() => setAsks(false)} />}
    </div>
  );
}

type SureProps = Part & { readonly onUse: () => Promise<void>; readonly onClose: () => void };

/** Says whom a new wording concerns, before it is used. */
function Sure({ view, onUse, onClose, ...part }: SureProps): ReactNode {
  const { language, disabled } = part;
  const words = manageTextWords[language];
  const { consentsCurrent, consentsOlder } = view.privacy.record;
  const people = consentsCurrent + consentsOlder;
  return (
    <Dialog language={language} title={words.consentSure} onClose={onClose}>
      <p>{people === 0 ? words.consentSureNobody : fill(words.consentSureMore, { n: people })}</p>
      <DialogEnd {...part} keep={words.consentKeep} onClose={onClose}>
        <Button color="red" disabled={disabled} onClick={() => void onUse()}>
          {words.consentUse.replace('…', '')}
        </Button>
      </DialogEnd>
    </Dialog>
  );
}
