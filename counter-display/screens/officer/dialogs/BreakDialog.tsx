import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { useConsole } from '../console.ts';
import { Press } from '../parts/Press.tsx';
import { Shell } from './Shell.tsx';

const minute = 60_000;
const lengths = [15, 30, 60] as const;

/** How long the officer means to be away. */
export function BreakDialog(): ReactNode {
  const { words, link, request, closeDialog } = useConsole();
  const leave = async (until: number | null): Promise<void> => {
    if ((await request.send('desk:break', { until })) !== null) closeDialog();
  };
  return (
    <Shell title={words.breakTitle}>
      <p className="dialog-hint">{words.breakMore}</p>
      <div className="break-lengths">
        {lengths.map((n, index) => (
          <Press
            key={n}
            size="lg"
            data-autofocus={index === 0 || undefined}
            onPress={() => void leave(link.now() + n * minute)}
          >
            {fill(words.minutes, { n })}
          </Press>
        ))}
        <Press size="lg" onPress={() => void leave(null)}>
          {words.breakOpen}
        </Press>
      </div>
      <div className="dialog-buttons">
        <Button variant="default" onClick={closeDialog}>
          {words.close}
        </Button>
      </div>
    </Shell>
  );
}
