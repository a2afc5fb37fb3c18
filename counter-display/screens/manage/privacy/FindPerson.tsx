import { Button, Group, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { RequestInput, RequestOutput } from '../../../../shared/contract/requests.ts';
import { longestName } from '../../../../shared/domain/name.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';
import { readDate } from '../../staff/when.ts';
import type { Part } from '../part.ts';

type By = RequestInput<'person:find'>['by'];
type Why = RequestInput<'person:find'>['why'];
type Found = RequestOutput<'person:find'>;

const ways = ['name', 'card', 'last4'] as const;
const reasons: readonly Why[] = ['request', 'mistake', 'authority'];

type Typed = { readonly way: By['kind']; readonly first: string; readonly second: string };

/** What is searched for; null while it is not whole. */
function searchOf({ way, first, second }: Typed): By | null {
  switch (way) {
    case 'name': {
      const birthYear = /^\d{4}$/u.test(second.trim()) ? Number(second) : null;
      return first.trim().length >= 2 ? { kind: way, name: first, birthYear } : null;
    }
    case 'card':
      return /^\d{12}$/u.test(first.trim()) ? { kind: way, idNumber: first.trim() } : null;
    case 'last4': {
      const birthDate = readDate(second, '1900-01-01');
      const isWhole = /^\d{4}$/u.test(first.trim()) && birthDate !== null;
      return isWhole ? { kind: way, idLast4: first.trim(), birthDate } : null;
    }
  }
}

type Props = Part & { readonly onChoose: (personRef: string | null) => void };

/** Finds the person a request is about; with a reason, since it looks among everybody. */
export function FindPerson({ view, request, language, disabled, onChoose }: Props): ReactNode {
  const words = managePrivacyWords[language];
  const [typed, setTyped] = useState<Typed>({ way: 'name', first: '', second: '' });
  const [why, setWhy] = useState<Why>('request');
  const [found, setFound] = useState<Found | null>(null);
  const [chosen, setChosen] = useState('');
  const by = searchOf(typed);
  const choose = (personRef: string): void => {
    setChosen(personRef);
    onChoose(personRef === '' ? null : personRef);
  };
  const find = async (): Promise<void> => {
    if (by === null) return;
    const answer = await request.send('person:find', { by, why });
    if (answer === null) return;
    setFound(answer);
    choose(answer.people.length === 1 ? (answer.people[0]?.personRef ?? '') : '');
  };
  const firstLabel = { name: words.name, card: words.idNumber, last4: words.last4 }[typed.way];
  const secondLabel = { name: words.year, card: null, last4: words.birthDate }[typed.way];
  const wayNames = { name: words.byName, card: words.byCard, last4: words.byLast4 };
  return (
    <fieldset className="privacy-who">
      <legend>{words.who}</legend>
      <Stack gap="xs">
        <p className="manage-soft">{words.whoHelp}</p>
        <Group align="flex-end">
          <NativeSelect
            label={words.findBy}
            data={ways.map((value) => ({ value, label: wayNames[value] }))}
            value={typed.way}
            onChange={(event) =>
              setTyped({ way: event.currentTarget.value as By['kind'], first: '', second: '' })
            }
          />
          <TextInput
            className="manage-grow"
            label={firstLabel}
            value={typed.first}
            maxLength={longestName}
            onChange={(event) => setTyped({ ...typed, first: event.currentTarget.value })}
          />
          {secondLabel !== null && (
            <TextInput
              label={secondLabel}
              value={typed.second}
              onChange={(event) => setTyped({ ...typed, second: event.currentTarget.value })}
            />
          )}
        </Group>
        <Group align="flex-end">
          <NativeSelect
            className="manage-grow"
            label={words.why}
            data={reasons.map((value) => ({ value, label: words[`why_${value}`] }))}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value as Why)}
          />
          <Button variant="default" disabled={disabled || by === null} onClick={() => void find()}>
            {words.find}
          </Button>
        </Group>
        {found !== null && (
          <Radio.Group value={chosen} onChange={choose} aria-label={words.who}>
            <Stack gap="xs">
              {found.people.length === 0 && <p role="status">{words.foundNobody}</p>}
              {found.people.map((person) => (
                <Radio
                  key={person.personRef}
                  value={person.personRef}
                  label={[
                    person.name ?? words.nameless,
                    person.birthYear ?? words.unknownBirth,
                    ...(person.idLast4 === null ? [] : [`…${person.idLast4}`]),
                    fill(words.since, { date: sayDate(person.registeredAt, view.office.timeZone) }),
                  ].join(' · ')}
                />
              ))}
              {found.more > 0 && <p>{fill(words.foundMore, { n: found.more })}</p>}
              {found.people.length > 0 && <Radio value="" label={words.noPerson} />}
            </Stack>
          </Radio.Group>
        )}
      </Stack>
    </fieldset>
  );
}
