import type { ReactNode } from 'react';
import type { Dialog } from '../console.ts';
import { AddDialog } from './AddDialog.tsx';
import { AppointmentDialog } from './AppointmentDialog.tsx';
import { BreakDialog } from './BreakDialog.tsx';
import { CancelAppointmentDialog, CancelDialog } from './CancelDialogs.tsx';
import { CodeDialog } from './CodeDialog.tsx';
import { DossiersDialog } from './DossiersDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { IssuedDialog } from './IssuedDialog.tsx';
import { LegsDialog } from './LegsDialog.tsx';
import { PapersDialog } from './PapersDialog.tsx';
import { PriorityDialog } from './PriorityDialog.tsx';
import { TransferDialog } from './TransferDialog.tsx';

/** The dialog that is open, if one is. */
export function Dialogs({ dialog }: { readonly dialog: Dialog | null }): ReactNode {
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'transfer':
      return <TransferDialog ticket={dialog.ticket} />;
    case 'cancel':
      return <CancelDialog ticket={dialog.ticket} />;
    case 'priority':
      return <PriorityDialog ticket={dialog.ticket} />;
    case 'legs':
      return <LegsDialog ticket={dialog.ticket} />;
    case 'issued':
      return <IssuedDialog issued={dialog.issued} />;
    case 'code':
      return <CodeDialog code={dialog.code} at={dialog.at} fieldId={dialog.fieldId} />;
    case 'cancelAppointment':
      return <CancelAppointmentDialog appointment={dialog.appointment} />;
    case 'add':
      return <AddDialog />;
    case 'appointment':
      return <AppointmentDialog />;
    case 'break':
      return <BreakDialog />;
    case 'papers':
      return <PapersDialog papers={dialog.papers} />;
    case 'dossiers':
      return <DossiersDialog />;
    case 'help':
      return <HelpDialog />;
  }
}
