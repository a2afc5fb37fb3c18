import type { PrinterFault } from '../../contract/views/parts.ts';
import type { Words } from '../language.ts';

/** What staff are told of a kiosk's printer, and what to do about it. */
export const printerWords: Words<PrinterFault | 'ready' | 'ownMachine' | 'inTrouble'> = {
  vi: {
    ready: 'Sẵn sàng',
    away: 'Không kết nối được',
    paperOut: 'Hết giấy',
    coverOpen: 'Nắp máy đang mở',
    error: 'Máy in báo lỗi',
    ownMachine: 'Máy lấy số trên máy chủ',
    inTrouble: 'Máy in: {fault} · {kiosk}',
  },
  en: {
    ready: 'Ready',
    away: 'Not reached',
    paperOut: 'Out of paper',
    coverOpen: 'Cover open',
    error: 'Reports a fault',
    ownMachine: 'Kiosk on the server itself',
    inTrouble: 'Printer: {fault} · {kiosk}',
  },
};
