import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FloorLimits } from '../../../../shared/contract/settings.ts';
import { floorLimits } from '../../../../shared/contract/settings.ts';
import { floorActWords } from '../../../../shared/i18n/screens/floor.ts';
import { FormDialog } from '../dialog/FormDialog.tsx';
import type { Part } from '../part.ts';

const minuteMs = 60_000;

type Props = Part & { readonly onClose: () => void };

/** From when on the floor says that a line or a wait is long. */
export function LimitsDialog({ view, request, language, disabled, onClose }: Props): ReactNode {
  const words = floorActWords[language];
  const [limits, setLimits] = useState<FloorLimits>(view.floor.limits);
  const isWhole = floorLimits.safeParse(limits).success;
  const save = async (): Promise<void> => {
    if ((await request.send('floor:setLimits', { limits })) === null) return;
    request.say({ kind: 'note', text: words.limitsSaved });
    onClose();
  };
  const number = (key: keyof FloorLimits, label: string, unit: number, max: number): ReactNode => (
    <NumberInput
      label={label}
      value={Math.round(limits[key] / unit)}
      min={1}
      max={max}
      allowDecimal={false}
      clampBehavior="strict"
      onChange={(value) => setLimits({ ...limits, [key]: (Number(value) || 0) * unit })}
    />
  );
  return (
    <FormDialog
      request={request}
      language={language}
      disabled={disabled}
      title={words.limitsTitle}
      size="lg"
      isWhole={isWhole}
      onSave={save}
      onClose={onClose}
    >
      <p>{words.limitsHelp}</p>
      <div className="manage-grid">
        {number('longLine', words.lineFrom, 1, 998)}
        {number('veryLongLine', words.veryLineFrom, 1, 999)}
        {number('longWaitMs', words.waitFrom, minuteMs, 479)}
        {number('veryLongWaitMs', words.veryWaitFrom, minuteMs, 480)}
      </div>
      <p role="status">{!isWhole && words.limitsWrong}</p>
    </FormDialog>
  );
}
