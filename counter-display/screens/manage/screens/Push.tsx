import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import type { Part } from '../part.ts';

/** Whether visitors are offered to be told on their phones that their turn is near. */
export function Push({ view, request, language, disabled }: Part): ReactNode {
  const words = manageScreensWords[language];
  const { on, possible } = view.push;
  const set = async (next: boolean): Promise<void> => {
    if ((await request.send('office:setPush', { on: next })) === null) return;
    request.say({ kind: 'note', text: next ? words.pushSwitchedOn : words.pushSwitchedOff });
  };
  return (
    <section>
      <Switch
        label={words.push}
        description={words.pushHelp}
        error={on && !possible ? words.pushImpossible : null}
        checked={on}
        disabled={disabled}
        maw={720}
        onChange={(event) => void set(event.currentTarget.checked)}
      />
    </section>
  );
}
