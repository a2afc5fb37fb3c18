import { Button, TextInput } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useState } from 'react';
import type { DossierSetting } from '../../../../shared/contract/settings.ts';
import { dossierSetting } from '../../../../shared/contract/settings.ts';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import { codeOf } from '../../../../shared/domain/dossier.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageDossierWords } from '../../../../shared/i18n/screens/manageDossiers.ts';
import type { Part } from '../part.ts';

const lines = ['superior', 'agency', 'place', 'symbol', 'signerTitle', 'signerName'] as const;

/** How codes are made, and what stands at the head and the foot of letters. */
export function Setting({
  view,
  request,
  language,
  disabled,
  now,
}: Part & { readonly now: () => number }): ReactNode {
  const words = manageDossierWords[language];
  const [typed, setTyped] = useState<DossierSetting>(view.dossiers.setting);
  const { success: isRight } = dossierSetting.safeParse(typed);
  const change = (key: keyof DossierSetting, value: string): void =>
    setTyped((before) => ({ ...before, [key]: value }));
  const save = async (): Promise<void> => {
    if ((await request.send('dossier:setUp', { setting: typed })) !== null)
      request.say({ kind: 'note', text: words.saved });
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isRight && !disabled) void save();
  };
  const year = Number(businessDayOf(now(), view.office.timeZone).slice(0, 4));
  return (
    <section>
      <h2>{words.setting}</h2>
      <form onSubmit={submit}>
        <div className="manage-grid dossier-setting">
          <TextInput
            label={words.codePattern}
            description={fill(words.codePatternMore, { example: codeOf(typed.codePattern, year, 123) })}
            value={typed.codePattern}
            maxLength={40}
            error={isRight ? null : words.badPattern}
            onChange={({ currentTarget: { value } }) => change('codePattern', value)}
          />
          {lines.map((line) => (
            <TextInput
              key={line}
              label={words[line]}
              placeholder={line === 'agency' ? view.office.name.vi : ''}
              value={typed[line]}
              maxLength={120}
              onChange={({ currentTarget: { value } }) => change(line, value)}
            />
          ))}
        </div>
        <Button type="submit" mt="md" disabled={disabled || !isRight}>
          {words.save}
        </Button>
      </form>
    </section>
  );
}
