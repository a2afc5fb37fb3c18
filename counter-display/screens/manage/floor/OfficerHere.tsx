import { Button, Group, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { View } from '../../../../shared/contract/views.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { floorActWords } from '../../../../shared/i18n/screens/floor.ts';
import type { Part } from '../part.ts';

type Props = Part & {
  readonly counter: View<'manage'>['floor']['counters'][number];
  readonly number: number;
  readonly onClose: () => void;
};

/** Who works at a counter: somebody is placed there, from another counter or from none, or the counter is closed. */
export function OfficerHere({
  counter,
  number,
  view,
  language,
  request,
  disabled,
  onClose,
}: Props): ReactNode {
  const words = floorActWords[language];
  const others = view.officers.filter(({ id }) => id !== counter.officer?.id);
  const [chosen, setChosen] = useState<number | null>(null);
  const [sure, setSure] = useState(false);
  const officer = others.find(({ id }) => id === chosen);
  const seat = async (): Promise<void> => {
    if (officer === undefined) return;
    if ((await request.send('desk:take', { counterId: counter.id, officerId: officer.id })) === null) return;
    request.say({ kind: 'note', text: fill(words.seated, { name: officer.name, n: number }) });
    onClose();
  };
  const close = async (): Promise<void> => {
    if (counter.officer === null) return;
    if ((await request.send('desk:leave', { officerId: counter.officer.id })) === null) return;
    request.say({ kind: 'note', text: fill(words.closedNow, { n: number }) });
    onClose();
  };
  return (
    <section className="floor-part">
      <h3>
        {words.officerHere}
        {counter.officer !== null && `: ${counter.officer.name}`}
      </h3>
      {counter.officer === null ? (
        <Group align="end">
          <NativeSelect
            className="manage-grow"
            label={words.chooseOfficer}
            description={words.seatHelp}
            value={chosen === null ? '' : String(chosen)}
            data={[
              { value: '', label: '–' },
              ...others.map(({ id, name, counterNumber }) => ({
                value: String(id),
                label:
                  counterNumber === null
                    ? fill(words.notSeated, { name })
                    : fill(words.seatedElsewhere, { name, n: counterNumber }),
              })),
            ]}
            onChange={(event) => setChosen(Number(event.currentTarget.value) || null)}
          />
          <Button disabled={disabled || officer === undefined} onClick={() => void seat()}>
            {words.seat}
          </Button>
        </Group>
      ) : (
        <Group>
          {/* The same button asks and takes back, so that the focus stays, on the safe answer. */}
          <Button variant="default" disabled={disabled} onClick={() => setSure(!sure)}>
            {sure ? words.keepOpen : words.close}
          </Button>
          {sure && (
            <Button color="red" disabled={disabled} onClick={() => void close()}>
              {fill(words.closeSure, { n: number })}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
