import { Badge, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { manageScreensWords } from '../../../../shared/i18n/screens/manageScreens.ts';
import { printerWords } from '../../../../shared/i18n/screens/printers.ts';
import type { Part } from '../part.ts';
import { PrinterAddress } from './PrinterAddress.tsx';

/** Where each kiosk prints, and whether its printer works. */
export function Printers(part: Part): ReactNode {
  const { view, language } = part;
  const words = manageScreensWords[language];
  const kiosks = [
    { deviceId: null, name: printerWords[language].ownMachine },
    ...view.devices
      .filter(({ screen }) => screen === 'kiosk')
      .map(({ id, name }) => ({ deviceId: id, name })),
  ];
  return (
    <section>
      <h2>{words.printers}</h2>
      <p className="manage-soft">{words.printersHelp}</p>
      <Table className="manage-blocks" verticalSpacing="xs" fz="md">
        <Table.Tbody>
          {kiosks.map((kiosk) => {
            const printer = view.printers.find(({ deviceId }) => deviceId === kiosk.deviceId);
            const colour = printer?.state === 'ready' ? 'green' : 'red';
            return (
              <Table.Tr key={kiosk.deviceId}>
                <Table.Td fw={600}>{kiosk.name}</Table.Td>
                <Table.Td>
                  <Badge
                    className="manage-badge"
                    color={printer === undefined ? 'gray' : colour}
                    variant="light"
                    c="dark"
                  >
                    {printer === undefined ? words.noPrinter : printerWords[language][printer.state]}
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
