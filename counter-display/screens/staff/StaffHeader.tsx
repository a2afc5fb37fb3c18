import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../shared/contract/schemas.ts';
import { fill } from '../../../shared/i18n/language.ts';
import { commonWords } from '../../../shared/i18n/screens/common.ts';
import { sayTime } from '../../../shared/i18n/time.ts';
import { post } from '../../../shared/link/post.ts';
import { sayProblem } from '../../../shared/ui/sayProblem.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

type Props = {
  readonly office: { readonly name: Readonly<Record<Language, string>>; readonly timeZone: string };
  readonly name: string;
  readonly cutSince: number | null;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onLoggedOut: () => void;
  readonly onTrouble: (said: string) => void;
  /** More for the right-hand side, before the log-out. */
  readonly children?: ReactNode;
};

/** Whose office and who is logged in; and, when the line is cut, that nothing can be done now. */
export function StaffHeader(props: Props): ReactNode {
  const { office, name, cutSince, language, onLanguage, onLoggedOut, onTrouble, children } = props;
  const words = commonWords[language];
  const logOut = async (): Promise<void> => {
    const reply = await post('/api/logout', {});
    if (reply.ok) onLoggedOut();
    else onTrouble(sayProblem(reply.problem, language));
  };
  return (
    <>
      <header className="staff-header">
        <Text fw={600} className="staff-office">
          {office.name[language]}
        </Text>
        <Group gap="xs">
          {children}
          <Text fw={600}>{name}</Text>
          <LanguageSwitch language={language} onLanguage={onLanguage} />
          <Button variant="default" disabled={cutSince !== null} onClick={() => void logOut()}>
            {words.logOut}
          </Button>
        </Group>
      </header>
      {cutSince !== null && (
        <div className="staff-cut" role="alert">
          <strong>{words.staleDesk}</strong> (
          {fill(words.since, { time: sayTime(cutSince, office.timeZone) })})
        </div>
      )}
    </>
  );
}
