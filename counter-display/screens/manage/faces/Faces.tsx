import { NativeSelect, NumberInput, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Population } from '../../../../shared/contract/settings.ts';
import { manageWords } from '../../../../shared/i18n/screens/manage.ts';
import { manageOfficeWords } from '../../../../shared/i18n/screens/manageOffice.ts';
import { recognitionOutcomes, reportWords } from '../../../../shared/i18n/screens/reports.ts';
import { SaveButton } from '../form/SaveButton.tsx';
import { useEdited } from '../form/useEdited.ts';
import type { Part } from '../part.ts';

type Figure = { readonly value: number | string; readonly name: string };

const Figures = ({ of }: { readonly of: readonly Figure[] }): ReactNode =>
  of.map(({ value, name }) => (
    <p className="manage-figure" key={name}>
      <b className="tabular">{value}</b> {name}
    </p>
  ));

/** Face check-in in figures, and the little there is to set about it. */
export function Faces({ view, request, language, disabled }: Part): ReactNode {
  const words = manageOfficeWords[language];
  const { faces } = view;
  const { population, dwellMs } = faces;
  const { shown: setUp, isEdited, edit, saved } = useEdited({ population, dwellMs }, request);
  const save = (): void => void saved(request.send('kiosk:setUp', setUp), words.facesSaved);
  const { today } = faces;
  const counts = [
    ...recognitionOutcomes.map((outcome) => [reportWords[language][outcome], today[outcome]] as const),
    [words.limited, today.limited] as const,
  ];
  return (
    <section>
      <h2>{manageWords[language].enrolled}</h2>
      <p className="manage-soft">{words.facesHelp}</p>
      <div className="manage-columns">
        <Stack>
          <Figures
            of={[
              { value: faces.visitors, name: manageWords[language].visitors },
              { value: faces.templates, name: manageWords[language].templates },
              { value: faces.toRelearn, name: words.toRelearn },
            ]}
          />
          {faces.toRelearn > 0 && <p className="manage-soft">{words.toRelearnHelp}</p>}
          <p>
            {words.modelSet}: <b>{faces.modelId}</b>
          </p>
          <NativeSelect
            label={words.population}
            data={[
              { value: 'asian', label: words.asian },
              { value: 'general', label: words.general },
            ]}
            value={setUp.population}
            onChange={(event) => edit({ ...setUp, population: event.currentTarget.value as Population })}
          />
          <NumberInput
            label={words.dwell}
            description={words.dwellHelp}
            value={setUp.dwellMs / 1000}
            min={0.6}
            max={4}
            step={0.2}
            decimalScale={1}
            decimalSeparator={language === 'vi' ? ',' : '.'}
            clampBehavior="strict"
            onChange={(value) => edit({ ...setUp, dwellMs: Math.round((Number(value) || 1.2) * 10) * 100 })}
          />
          <SaveButton language={language} disabled={disabled} isReady={isEdited} onSave={save} />
        </Stack>
        <div>
          <h3>{words.today}</h3>
          <Table fz="md">
            <Table.Tbody>
              {counts.map(([name, count]) => (
                <Table.Tr key={name}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td ta="right" fw={700} className="tabular">
                    {count}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {today.limited > 0 && <p className="manage-soft">{words.limitedHelp}</p>}
        </div>
      </div>
    </section>
  );
}
