import { Badge, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import type { Part } from '../part.ts';
import { PrinterAddress } from './PrinterAddress.tsx';

/** Where each kiosk prints, and whether its printer works. */
export function Printers(part: Part): ReactNode {
  const { view, language } = part;
  const words = manageScreensWords[language];
  const kiosks = [
    { deviceId: null, name: words.thisMachine },
    ...view.devices
      .filter(({ screen }) => screen === 'kiosk')
      .map(({ id, name }) => ({ deviceId: id, name })),
  ];
  const states = {
    ready: { colour: 'green', say: words.printerReady },
    trouble: { colour: 'red', say: words.printerTrouble },
  } as const;
  return (
    <section>
      <h2>{words.printers}</h2>
      <p className="manage-soft">{words.printersHelp}</p>
      <Table verticalSpacing="xs" fz="md">
        <Table.Tbody>
          {kiosks.map((kiosk) => {
            const printer = view.printers.find(({ deviceId }) => deviceId === kiosk.deviceId);
            const state = printer === undefined ? null : states[printer.state];
            return (
              <Table.Tr key={kiosk.deviceId}>
                <Table.Td fw={600}>{kiosk.name}</Table.Td>
                <Table.Td>
                  <Badge className="manage-badge" color={state?.colour ?? 'gray'} variant="light" c="dark">
                    {state?.say ?? words.noPrinter}
                  </Badge>
                </Table.Td>
                <Table.Td>
                  <PrinterAddress {...part} kiosk={kiosk} address={printer?.address ?? ''} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
