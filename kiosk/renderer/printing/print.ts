import type { View } from '../../../shared/contract/views.ts';
import type { Link } from '../../../shared/link/link.ts';
import { drawPaper } from '../../../shared/ui/paper/draw.ts';
import { paperOf } from '../../../shared/ui/paper/paper.ts';
import type { Printed, Slip } from '../flow/slip.ts';
import { factsOf } from './facts.ts';
import type { Printer } from './printers.ts';
import { pagePrinter, serverPrinter, shellPrinter } from './printers.ts';

/** Prints a ticket's paper, and says what became of it. Never throws. */
export type Print = (slip: Slip) => Promise<Printed>;

/** A page opened as `/kiosk/?print=1` prints by its browser, where there is no other printer. */
const browserPrints = (): boolean => new URLSearchParams(window.location.search).get('print') === '1';

/** The server's printer for this kiosk before the shell's, and both before the browser's; null: nothing prints here. */
function choosePrinter({ printer }: View<'kiosk'>, send: Link<'kiosk'>['send']): Printer | null {
  if (printer !== 'none') return serverPrinter(send);
  if (window.luot !== undefined) return shellPrinter(window.luot.print);
  return browserPrints() ? pagePrinter : null;
}

/** @param view what the kiosk was last shown; null before anything was. */
export function makePrint(send: Link<'kiosk'>['send'], view: () => View<'kiosk'> | null): Print {
  return async (slip) => {
    const shown = view();
    if (shown === null) return 'none';
    const printer = choosePrinter(shown, send);
    if (printer === null) return 'none';
    try {
      const picture = await drawPaper(paperOf(factsOf(slip, shown), slip.language));
      return await printer.print({ ticketId: slip.ticket.ticketId, picture });
    } catch {
      // Nothing to print with after all; the number is on the screen, which is what counts.
      return 'trouble';
    }
  };
}
