import type { ReactNode } from 'react';
import type { AssistantStep } from '../../../../shared/contract/views/assistant.ts';
import { Addresses } from '../devices/Addresses.tsx';
import { Devices } from '../devices/Devices.tsx';
import { OfficeName } from '../office/OfficeName.tsx';
import type { Part } from '../part.ts';
import { Officers } from '../people/Officers.tsx';
import { CameraTest } from './CameraTest.tsx';
import { ChooseFields } from './ChooseFields.tsx';
import { CounterPlan } from './CounterPlan.tsx';
import { Hours } from './Hours.tsx';
import { PrinterTest } from './PrinterTest.tsx';
import { SoundTest } from './SoundTest.tsx';

export type TimedPart = Part & {
  /** The server's clock, ms since 1970. */
  readonly now: () => number;
};
export type Editing = TimedPart & {
  /** Whether something is typed or ticked that is not saved. */
  readonly onEdited: (isEdited: boolean) => void;
};
export type Trying = TimedPart & {
  /** What was tried worked, or did not. */
  readonly onTried: (worked: boolean) => void;
};

/** What one step is made of: mostly what the page has under its tabs, too. */
export function Step({
  step,
  ...part
}: Trying & Editing & { readonly step: Exclude<AssistantStep, 'end'> }): ReactNode {
  switch (step) {
    case 'office':
      return <OfficeName {...part} />;
    case 'hours':
      return <Hours {...part} />;
    case 'fields':
      return <ChooseFields {...part} />;
    case 'counters':
      return <CounterPlan {...part} />;
    case 'officers':
      return <Officers {...part} />;
    case 'screens':
      return (
        <>
          <Devices {...part} />
          <Addresses language={part.language} />
        </>
      );
    case 'printer':
      return <PrinterTest {...part} />;
    case 'camera':
      return <CameraTest {...part} />;
    case 'sound':
      return <SoundTest {...part} />;
  }
}
