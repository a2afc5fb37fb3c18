import type { ReactNode } from 'react';
import { helpWords } from '../../../shared/i18n/screens/help.ts';
import type { HelpMode } from '../flow/types.ts';
import { Choice } from '../parts/Choice.tsx';
import { Icon } from '../parts/icons.tsx';
import { useKiosk } from '../parts/kiosk.ts';
import './HelpPanel.css';

const icons: Readonly<Record<HelpMode, string>> = {
  low: 'wheelchair',
  large: 'letters',
  contrast: 'contrast',
  sound: 'sound',
};

/** What would make the kiosk easier, each on its own or together. Everything here is within reach of a wheelchair. */
export function HelpPanel(): ReactNode {
  const { language, help, act, speaks } = useKiosk();
  const words = helpWords[language];
  const modes: readonly HelpMode[] = ['low', 'large', 'contrast', ...(speaks ? (['sound'] as const) : [])];
  return (
    <div className="help">
      <div>
        <h1 className="title">{words.title}</h1>
        <p className="subtitle">{words.hint}</p>
      </div>
      <div className="help-modes">
        {modes.map((mode) => (
          <button
            type="button"
            className="help-mode"
            key={mode}
            aria-pressed={help[mode]}
            onClick={() => act({ kind: 'helpBy', mode, on: !help[mode] })}
          >
            <Icon name={icons[mode]} />
            <span>
              <strong>{words[mode]}</strong>
              <small>{help[mode] ? words.on : words[`${mode}Hint`]}</small>
            </span>
            {help[mode] && <Icon name="check" />}
          </button>
        ))}
      </div>
      <Choice label={words.done} primary onChoose={() => act({ kind: 'help', open: false })} />
    </div>
  );
}
