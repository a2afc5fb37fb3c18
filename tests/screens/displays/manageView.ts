import type { View } from '../../../shared/contract/views.ts';
import type { FieldId, OfficerId } from '../../../shared/domain/ids.ts';
import { letterKinds } from '../../../shared/domain/letter.ts';
import { letterWordings } from '../../../shared/i18n/letters.ts';
import { floorView } from './floorView.ts';
import { counters, fields, office, setting } from './views.ts';

/** The kiosk at the front door, whose camera was unplugged twice. */
const kioskHealth: View<'manage'>['ownKiosk'] = {
  at: Date.UTC(2026, 10, 23, 1, 28),
  version: '0.1.0',
  upMs: 77 * 3_600_000,
  faults: { page: 1, graphics: 0, hung: 0, window: 0, helper: 0, server: 0, camera: 2, worker: 0 },
  diskFreeBytes: 41_300_000_000,
  temperatureC: 52,
  threads: true,
  camera: 'on',
};

/** Nothing was asked of it. */
const quiet: View<'manage'>['ownRemote'] = {
  asked: { locked: false, reloads: 0, sounds: 0 },
  lockDone: true,
  reloadDone: true,
  canReprint: false,
};

/** The manager's view. */
export function manage(more: Partial<View<'manage'>> = {}): View<'manage'> {
  return {
    office,
    floor: floorView(),
    me: { id: 9 as OfficerId, name: 'Quản trị', role: 'admin' },
    opening: { kind: 'open', until: null },
    hours: { week: null, specialDays: [], lastTicketMs: 0 },
    rules: {
      oneOfEvery: 3,
      maxCalls: 3,
      coolDownMs: 300_000,
      lateToleranceMs: 900_000,
      openPerVisitor: 2,
      dailyPerVisitor: null,
      keepParked: false,
    },
    priorityClasses: [
      { code: 'DISABLED', name: { vi: 'Người khuyết tật', en: 'Person with a disability' }, asked: true },
      {
        code: 'PREGNANT',
        name: { vi: 'Phụ nữ mang thai, người bế con nhỏ', en: 'Pregnant, or carrying a small child' },
        asked: true,
      },
      {
        code: 'URGENT',
        name: { vi: 'Trường hợp khẩn cấp', en: 'Urgent' },
        asked: false,
      },
    ],
    texts: { kioskWelcome: null, kioskThanks: null, ticketHead: null, ticketFoot: null, phoneNotice: null },
    catalogueStamp: 3,
    lock: null,
    dossiers: {
      figures: { open: 14, dueSoon: 3, overdue: 2, supplement: 1, ready: 4 },
      setting: {
        codePattern: 'H-{year}-{number}',
        superior: 'UBND PHƯỜNG HÀ ĐÔNG',
        agency: '',
        place: 'Hà Đông',
        symbol: 'TTPVHCC',
        signerTitle: 'GIÁM ĐỐC',
        signerName: 'Nguyễn Văn Thành',
      },
      templates: letterKinds.map((kind) => ({ kind, ...letterWordings[kind] })),
    },
    fields: fields.map(({ id, prefix, name, colour }) => ({
      id,
      prefix,
      name,
      description: name,
      icon: 'stamp',
      colour,
      serviceMs: 480_000,
      dailyQuota: prefix === 'C' ? 40 : null,
      issuedToday: id * 3,
    })),
    officers: [
      {
        id: 9 as OfficerId,
        login: 'quanly',
        name: 'Quản trị',
        role: 'admin',
        hasPassword: true,
        counterNumber: null,
        fields: [],
        mayPick: true,
      },
      {
        id: 1 as OfficerId,
        login: 'chau',
        name: 'Lê Thị Minh Châu',
        role: 'officer',
        hasPassword: true,
        counterNumber: 3,
        fields: [
          { fieldId: 1 as FieldId, rank: 1 },
          { fieldId: 2 as FieldId, rank: 2 },
        ],
        mayPick: false,
      },
      {
        id: 2 as OfficerId,
        login: 'binh',
        name: 'Nguyễn Văn Bình',
        role: 'officer',
        hasPassword: true,
        counterNumber: 2,
        fields: [],
        mayPick: false,
      },
      {
        id: 3 as OfficerId,
        login: 'dung',
        name: 'Phạm Quốc Dũng',
        role: 'officer',
        hasPassword: false,
        counterNumber: null,
        fields: [],
        mayPick: false,
      },
    ],
    counters: counters.map(({ id, number, name, fieldIds }) => ({ id, number, name, fieldIds })),
    devices: [
      {
        id: 1,
        screen: 'wall',
        name: 'Bảng sảnh tầng 1',
        counterNumber: null,
        pairedAt: Date.UTC(2026, 9, 1, 3),
        connected: true,
        health: null,
        remote: quiet,
      },
      {
        id: 2,
        screen: 'counter',
        name: 'Máy tính bảng quầy 3',
        counterNumber: 3,
        pairedAt: Date.UTC(2026, 9, 1, 4),
        connected: false,
        health: null,
        remote: quiet,
      },
      {
        id: 3,
        screen: 'kiosk',
        name: 'Máy lấy số cửa chính',
        counterNumber: null,
        pairedAt: Date.UTC(2026, 9, 2, 1),
        connected: true,
        health: kioskHealth,
        remote: quiet,
      },
    ],
    ownKiosk: null,
    keptNumbers: 0,
    assistant: [{ step: 'end', outcome: 'done' }],
    ownRemote: quiet,
    retention: {
      templatesDays: 365,
      visitorsDays: 730,
      textsDays: 730,
      recognitionsDays: 365,
      auditDays: 3653,
    },
    keeping: {
      lastBackupAt: Date.UTC(2026, 10, 21, 19),
      backupTrouble: null,
      auditIntact: true,
      making: false,
      isPuttingBack: false,
      putBack: null,
    },
    storageTrouble: null,
    faces: {
      modelId: 'recommended',
      population: 'asian',
      dwellMs: 1200,
      visitors: 128,
      templates: 391,
      toRelearn: 17,
      today: {
        recognised: 64,
        unsure: 3,
        unknown: 41,
        denied: 1,
        enrolled: 9,
        answered: 2,
        wrongAnswer: 1,
        suspected: 4,
        limited: 2,
      },
    },
    duplicates: [],
    walls: [
      {
        deviceId: null,
        setting: { ...setting, fieldIds: [], counterIds: [] },
      },
    ],
    printers: [],
    publicUrl: { set: null, used: 'http://192.168.1.20:8085' },
    push: { on: false, possible: false },
    danBiet: true,
    privacy: {
      requests: [],
      breaches: [],
      record: {
        consentVersion: '2',
        consentsCurrent: 120,
        consentsOlder: 8,
        withdrawn: 4,
        visits: 1900,
      },
    },
    appointments: [
      {
        id: 1,
        code: '480213',
        fieldId: 1 as FieldId,
        at: Date.UTC(2026, 10, 24, 2, 0),
        name: 'Nguyễn Thị Hồng Nhung',
        checkedIn: true,
      },
      {
        id: 2,
        code: '915507',
        fieldId: 3 as FieldId,
        at: Date.UTC(2026, 10, 24, 3, 30),
        name: null,
        checkedIn: false,
      },
    ],
    ...more,
  };
}
