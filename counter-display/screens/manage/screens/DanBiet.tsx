import { Anchor, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { danBietPaths } from '../../../../shared/contract/danBietPaths.ts';
import { danBietWords } from '../../../../shared/i18n/screens/danBiet.ts';
import type { Part } from '../part.ts';

/** Whether anybody may read how busy the office is, and where. */
export function DanBiet({ view, request, language, disabled }: Part): ReactNode {
  const words = danBietWords[language];
  const url = view.publicUrl.used + danBietPaths.page;
  const set = async (next: boolean): Promise<void> => {
    if ((await request.send('danBiet:set', { on: next })) === null) return;
    request.say({ kind: 'note', text: next ? words.switchedOn : words.switchedOff });
  };
  return (
    <section>
      <Switch
        label={words.manage}
        description={words.manageHelp}
        checked={view.danBiet}
        disabled={disabled}
        maw={720}
        onChange={(event) => void set(event.currentTarget.checked)}
      />
      {view.danBiet && (
        <Anchor href={danBietPaths.page} target="_blank" underline="always">
          {url}
        </Anchor>
      )}
    </section>
  );
}
