import '@mantine/core/styles.css';
import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language, Role } from '../../../shared/contract/schemas.ts';
import type { Stamped } from '../../../shared/contract/views.ts';
import type { Link } from '../../../shared/link/link.ts';
import { useLink } from '../../../shared/link/useLink.ts';
import { Linked } from '../common/Linked.tsx';
import { Login } from './Login.tsx';
import { useLanguage } from './useLanguage.ts';
import { useOpenLists } from './useOpenLists.ts';

const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '800' },
  primaryShade: 9,
  defaultRadius: 'md',
  cursorType: 'pointer',
});

type StaffScreenName = 'officer' | 'manage';

/** What every part of a staff screen is given. */
export type Staff<S extends StaffScreenName> = {
  readonly view: Stamped<S>;
  readonly cutSince: number | null;
  readonly link: Link<S>;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
};

type Props<S extends StaffScreenName> = {
  readonly screen: S;
  readonly title: Readonly<Record<Language, string>>;
  /** Whether somebody of this role may use the screen. */
  readonly admits: (role: Role) => boolean;
  readonly children: (staff: Staff<S>) => ReactNode;
};

/** A screen of somebody who has logged in. */
export function StaffScreen<S extends StaffScreenName>({
  screen,
  title,
  admits,
  children,
}: Props<S>): ReactNode {
  const link = useLink<S>(screen, {});
  const [language, onLanguage] = useLanguage();
  useOpenLists();
  if (link === null) return null;
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <Linked
        link={link}
        language={language}
        stranger={(_why, wasIn) => (
          <Login
            title={title[language]}
            sessionOver={wasIn}
            admits={admits}
            onDone={link.reopen}
            language={language}
            onLanguage={onLanguage}
          />
        )}
      >
        {(view, cutSince) => children({ view, cutSince, link, language, onLanguage })}
      </Linked>
    </MantineProvider>
  );
}
