import { Button, Checkbox, Group, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import { sayField } from '../../staff/fieldNames.ts';
import type { Editing } from './Step.tsx';
import { useCatalogue } from './useCatalogue.ts';

/** Which of the catalogue's fields the office offers. What is ticked stays until it is saved. */
export function ChooseFields({ onEdited, ...part }: Editing): ReactNode {
  const { view, request, language, disabled } = part;
  const words = assistantWords[language];
  const catalogue = useCatalogue(part);
  const [edited, setEdited] = useState<readonly string[] | null>(null);
  useEffect(() => onEdited(edited !== null), [edited, onEdited]);
  if (catalogue === null) return <Loader aria-label={words.step_fields} />;
  const offered = catalogue.filter(({ fieldId }) => fieldId !== null).map(({ code }) => code);
  const chosen = edited ?? offered;
  const own = view.fields.filter(({ id }) => !catalogue.some(({ fieldId }) => fieldId === id));
  const save = async (): Promise<void> => {
    if ((await request.send('field:choose', { codes: [...chosen] })) === null) return;
    setEdited(null);
    request.say({ kind: 'note', text: fill(words.fieldsSaved, { n: chosen.length + own.length }) });
  };
  return (
    <section>
      <div className="assistant-fields">
        {catalogue.map(({ code, setting }) => (
          <Checkbox
            key={code}
            size="md"
            label={sayField(setting, language)}
            description={setting.description[language]}
            checked={chosen.includes(code)}
            onChange={({ currentTarget: { checked } }) =>
              setEdited(checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />
        ))}
      </div>
      {own.length > 0 && (
        <p className="manage-soft">
          {fill(words.ownFields, { names: own.map(({ name }) => name[language]).join(', ') })}
        </p>
      )}
      <Group mt="md">
        <Button
          disabled={disabled || edited === null || chosen.length + own.length === 0}
          onClick={() => void save()}
        >
          {words.saveFields}
        </Button>
      </Group>
    </section>
  );
}
