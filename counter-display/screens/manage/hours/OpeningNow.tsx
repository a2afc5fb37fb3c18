import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../shared/contract/schemas.ts';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { sayDate, sayTime } from '../../../../shared/i18n/time.ts';

type Props = {
  readonly opening: View<'manage'>['opening'];
  readonly timeZone: string;
  readonly language: Language;
};

/** Whether kiosks give numbers now. */
export function OpeningNow({ opening, timeZone, language }: Props): ReactNode {
  const words = manageOfficeWords[language];
  const say = (at: number): string => `${sayTime(at, timeZone)} ${sayDate(at, timeZone)}`;
  const text = (): string => {
    switch (opening.kind) {
      case 'locked':
        return words.lockedNow;
      case 'open':
        return opening.until === null ? words.openNow : fill(words.openUntil, { time: say(opening.until) });
      case 'closed':
        return opening.opensAt === null
          ? words.closedNow
          : fill(words.closedUntil, { time: say(opening.opensAt) });
    }
  };
  return (
    <Badge size="lg" color={opening.kind === 'open' ? 'green' : 'orange'} variant="light" c="dark">
      {text()}
    </Badge>
  );
}
