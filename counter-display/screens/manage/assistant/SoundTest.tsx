import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { assistantWords } from '../../../../shared/i18n/screens/assistant.ts';
import { announcer } from '../../common/announce.ts';
import type { Call } from '../../common/announcements.ts';
import { nobodysCall } from '../../common/announcements.ts';
import type { Hearing } from '../../common/announce.ts';
import { openSound } from '../../common/sound.ts';
import type { Trying } from './Step.tsx';
import { Tried } from './Tried.tsx';

/** As a wall that nobody has set up, by the browser's own voice. */
const asWall: Hearing = { voice: { clips: [], made: [] }, languages: ['vi'], volumePercent: 100 };

/** Whether calls are heard: on this machine, and at each wall that is paired. */
export function SoundTest(part: Trying): ReactNode {
  const { view, request, language, disabled } = part;
  const words = assistantWords[language];
  const [sound] = useState(openSound);
  const [announce] = useState(() => announcer(sound, () => asWall));
  const [isPlaying, setPlaying] = useState(false);
  const [hasPlayed, setPlayed] = useState(false);
  const [field] = view.fields;
  const play = async (call: Call): Promise<void> => {
    setPlaying(true);
    setPlayed(true);
    sound.enable();
    await announce(call);
    setPlaying(false);
  };
  const walls = view.devices.filter(({ screen }) => screen === 'wall');
  return (
    <section>
      <Group>
        <Button
          size="md"
          disabled={isPlaying || field === undefined}
          onClick={() => field !== undefined && void play(nobodysCall(field))}
        >
          {isPlaying ? words.playing : words.playHere}
        </Button>
        {walls.map(({ id, name, connected }) => (
          <Button
            key={id}
            size="md"
            variant="default"
            disabled={disabled || !connected}
            onClick={() =>
              void request
                .send('device:sound', { deviceId: id })
                .then((done) => done !== null && setPlayed(true))
            }
          >
            {fill(words.playOn, { name })}
          </Button>
        ))}
      </Group>
      {walls.length === 0 && <p className="manage-soft">{words.noWalls}</p>}
      {hasPlayed && <Tried {...part} question={words.didHear} />}
    </section>
  );
}
