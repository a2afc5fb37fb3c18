import { Button, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { fill } from '../../../../shared/i18n/language.ts';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import type { Part } from '../part.ts';
import { WallForm } from './WallForm.tsx';

/** A wall, or, without an id, all that have no setting of their own. */
export type NamedWall = { readonly deviceId: number | null; readonly name: string };

/** The walls, and what they show and say. */
export function Walls(part: Part): ReactNode {
  const { view, language, disabled } = part;
  const words = manageScreensWords[language];
  const [chosen, setChosen] = useState<NamedWall | null>(null);
  const walls: readonly NamedWall[] = [
    { deviceId: null, name: words.allWalls },
    ...view.devices.filter(({ screen }) => screen === 'wall').map(({ id, name }) => ({ deviceId: id, name })),
  ];
  const say = (deviceId: number | null): string => {
    if (deviceId === null) return words.allWallsHelp;
    return view.walls.some((wall) => wall.deviceId === deviceId) ? words.ownSetting : words.asAllWalls;
  };
  return (
    <section>
      <h2>{words.walls}</h2>
      <p className="manage-soft">{words.wallsHelp}</p>
      <Table className="manage-blocks" verticalSpacing="xs" fz="md">
        <Table.Tbody>
          {walls.map((wall) => (
            <Table.Tr key={wall.deviceId}>
              <Table.Td fw={600}>{wall.name}</Table.Td>
              <Table.Td>{say(wall.deviceId)}</Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-md"
                  variant="default"
                  disabled={disabled}
                  aria-label={fill(words.setUpOf, { name: wall.name })}
                  onClick={() => setChosen(wall)}
                >
                  {words.setUp}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {chosen !== null && <WallForm {...part} wall={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}
