import type { ReactNode } from 'react';
import { useState } from 'react';
import type { OfficeTextKey, OwnText } from '../../../../shared/contract/texts.ts';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { Part } from '../part.ts';
import { PaperPreview } from './PaperPreview.tsx';
import { KioskPreview, PhonePreview } from './Previews.tsx';
import { TextForm } from './TextForm.tsx';
import { WallNotice } from './WallNotice.tsx';
import './texts.css';

/** What is being typed, by text; what is not, is as it is set. */
type Drafts = Partial<Record<OfficeTextKey, OwnText | null>>;

/** The words an office may make its own, each beside the screen or paper that shows it. */
export function Texts(part: Part): ReactNode {
  const { view, language } = part;
  const words = manageTextWords[language];
  const [drafts, setDrafts] = useState<Drafts>({});
  const texts = { ...view.texts, ...drafts };
  const form = (key: OfficeTextKey): ReactNode => (
    <TextForm
      {...part}
      textKey={key}
      draft={drafts[key]}
      onDraft={(draft) => {
        const { [key]: _dropped, ...others } = drafts;
        setDrafts(draft === undefined ? others : { ...drafts, [key]: draft });
      }}
    />
  );
  return (
    <>
      <section className="text-part">
        <div>
          <h2>{words.tabTexts}</h2>
          <p className="manage-soft">{words.textsMore}</p>
          {form('kioskWelcome')}
          {form('kioskThanks')}
        </div>
        <KioskPreview texts={texts} view={view} language={language} />
      </section>
      <section className="text-part">
        <div>
          {form('ticketHead')}
          {form('ticketFoot')}
        </div>
        <PaperPreview texts={texts} view={view} language={language} />
      </section>
      <section className="text-part">
        <div>{form('phoneNotice')}</div>
        <PhonePreview texts={texts} view={view} language={language} />
      </section>
      <WallNotice {...part} />
    </>
  );
}
