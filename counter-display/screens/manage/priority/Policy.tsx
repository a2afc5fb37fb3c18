import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { exampleOf } from '../../../../shared/domain/policyExample.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { priorityWords } from '../../../../shared/i18n/screens/managePriority.ts';
import { SaveButton } from '../form/SaveButton.tsx';
import type { Part } from '../part.ts';
import type { Undo } from '../texts/UndoBar.tsx';
import { UndoBar } from '../texts/UndoBar.tsx';

/** How often somebody with priority is called, and what that does to an example line. */
export function Policy(part: Part): ReactNode {
  const { view, request, language, disabled } = part;
  const words = priorityWords[language];
  const [edited, setEdited] = useState<number | null>(null);
  const [undo, setUndo] = useState<Undo | null>(null);
  const oneOfEvery = edited ?? view.rules.oneOfEvery;
  const set = async (wanted: number): Promise<boolean> =>
    (await request.send('office:setRules', { rules: { ...view.rules, oneOfEvery: wanted } })) !== null;
  const save = async (): Promise<void> => {
    const before = view.rules.oneOfEvery;
    if (!(await set(oneOfEvery))) return;
    setEdited(null);
    setUndo({ text: words.policySaved, act: () => set(before) });
  };
  return (
    <section>
      <h2>{words.policy}</h2>
      <div className="priority-policy">
        <NumberInput
          size="md"
          label={words.oneOfEvery}
          description={words.oneOfEveryMore}
          value={oneOfEvery}
          min={1}
          max={20}
          allowDecimal={false}
          clampBehavior="strict"
          onChange={(value) => setEdited(Number(value) || 1)}
        />
        <p className="priority-means">
          {oneOfEvery === 1 ? words.meansFirst : fill(words.means, { n: oneOfEvery - 1 })}
        </p>
      </div>
      <Example oneOfEvery={oneOfEvery} language={language} />
      <UndoBar {...part} undo={undo} onUndone={() => setUndo(null)} />
      <SaveButton
        language={language}
        disabled={disabled}
        isReady={edited !== null && edited !== view.rules.oneOfEvery}
        onSave={() => void save()}
      />
    </section>
  );
}

function Example({
  oneOfEvery,
  language,
}: Pick<Part, 'language'> & { readonly oneOfEvery: number }): ReactNode {
  const words = priorityWords[language];
  const called = exampleOf({ oneOfEvery });
  const [longest] = called
    .filter(({ priority }) => !priority)
    .toSorted((one, other) => other.overtakenBy - one.overtakenBy);
  return (
    <div aria-live="polite">
      <h3>{words.example}</h3>
      <p className="manage-soft">{words.exampleMore}</p>
      <ol className="priority-line">
        {called.map(({ number, priority }) => (
          <li key={number} data-priority={priority}>
            <b className="tabular">{number}</b>
            <span>{priority ? words.priority : words.normal}</span>
          </li>
        ))}
      </ol>
      {longest !== undefined && longest.overtakenBy > 0 && (
        <p>{fill(words.longest, { number: longest.number, n: longest.overtakenBy })}</p>
      )}
    </div>
  );
}
