import { Alert, Button, Group, Paper, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useFocusTrap } from '@mantine/hooks';
import type { SubmitEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { Language, Role } from '../../../shared/contract/schemas.ts';
import { commonWords } from '../../../shared/i18n/screens/common.ts';
import { manageWords } from '../../../shared/i18n/screens/manage.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import { post } from '../../../shared/link/post.ts';
import { sayProblem } from '../../../shared/ui/sayProblem.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';

type Props = {
  readonly title: string;
  readonly sessionOver: boolean;
  readonly admits: (role: Role) => boolean;
  readonly onDone: () => void;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
};

/** Asks who sits here. The password is not kept anywhere. */
export function Login({ title, sessionOver, admits, onDone, language, onLanguage }: Props): ReactNode {
  const words = commonWords[language];
  const form = useFocusTrap();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const logIn = async (): Promise<void> => {
    setBusy(true);
    const reply = await post('/api/login', { login: login.trim(), password });
    setBusy(false);
    setPassword('');
    if (!reply.ok) setTrouble(sayProblem(reply.problem, language));
    else if (admits(reply.value.role)) onDone();
    else setTrouble(manageWords[language].managersOnly);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!busy && login.trim() !== '' && password !== '') void logIn();
  };
  const notice = trouble ?? (sessionOver ? officerWords[language].sessionOver : null);
  return (
    <main className="login">
      <Paper
        ref={form}
        component="form"
        onSubmit={submit}
        withBorder
        shadow="md"
        radius="lg"
        p="xl"
        w="100%"
        maw={460}
      >
        <Stack gap="md">
          <Group justify="space-between">
            <Title order={1} fz={28}>
              {title}
            </Title>
            <LanguageSwitch language={language} onLanguage={onLanguage} />
          </Group>
          <TextInput
            size="lg"
            label={words.login}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
            data-autofocus
          />
          <PasswordInput
            size="lg"
            label={words.password}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="current-password"
            maxLength={200}
            visibilityToggleButtonProps={{ 'aria-label': words.showPassword }}
          />
          {notice !== null && (
            <Alert role="alert" color={trouble === null ? 'yellow' : 'red'} variant="light">
              {notice}
            </Alert>
          )}
          <Button type="submit" size="lg" loading={busy}>
            {words.logIn}
          </Button>
        </Stack>
      </Paper>
    </main>
  );
}
