import type { TicketId } from '../../../shared/domain/ids.ts';
import type { Link } from '../../../shared/link/link.ts';
import type { PaperPicture } from '../../../shared/ui/paper/draw.ts';
import type { Bridge } from '../../bridge.ts';
import type { Printed } from '../flow/slip.ts';
import { base64Of } from '../../../shared/ui/paper/base64.ts';
import { pngOf } from './picture.ts';

/** One way to print a ticket. */
export type Printer = {
  readonly print: (paper: {
    readonly ticketId: TicketId;
    readonly picture: PaperPicture;
  }) => Promise<Printed>;
};

/** After so long (ms) the visitor has left; a paper that came later would be found by somebody else. */
const patienceMs = 20_000;

/** The printer that the server has for this kiosk. Every attempt is the same request, which is printed once. */
export const serverPrinter = (send: Link<'kiosk'>['send']): Printer => ({
  async print({ ticketId, picture: { width, height, bits } }) {
    const picture = { width, height, bits: base64Of(bits) };
    const reply = await send('paper:print', { ticketId, picture }, { patienceMs });
    if (reply.ok) return 'printed';
    const { problem } = reply;
    return problem.kind === 'refused' && problem.code === 'noPrinter' ? 'none' : 'trouble';
  },
});

/** The printer of this machine that the Electron shell was started with. */
export const shellPrinter = (print: Bridge['print']): Printer => ({
  print: ({ picture }) => print({ png: pngOf(picture), width: picture.width, height: picture.height }),
});

/** mm of the paper's width, and of its print: 576 dots at 203 dpi. */
const rollMm = 80;
const printMm = 72;

/**
 * The browser's own printer, for one that was started so that it prints without asking (`--kiosk-printing`). Whether
 * paper came out, a browser does not tell.
 */
export const pagePrinter: Printer = {
  async print({ picture }) {
    const { width, height } = picture;
    const heightMm = (height * printMm) / width;
    const look = document.createElement('style');
    look.textContent = `
      .paper { display: none; }
      @page { size: ${rollMm}mm ${Math.ceil(heightMm) + 1}mm; margin: 0; }
      @media print {
        body > :not(.paper) { display: none !important; }
        body > .paper { display: block; width: ${printMm}mm; height: ${heightMm}mm; margin: 0 auto; }
      }`;
    const paper = new Image();
    paper.className = 'paper';
    paper.src = pngOf(picture);
    await paper.decode();
    document.head.append(look);
    document.body.append(paper);
    // Returns when the page was handed over.
    window.print();
    paper.remove();
    look.remove();
    return 'printed';
  },
};
