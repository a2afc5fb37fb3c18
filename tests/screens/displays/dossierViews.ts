import type { DossierPaper, DossierRow } from '../../../shared/contract/views/dossier.ts';

const hour = 3_600_000;
const procedure = { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân', en: 'Marital status certificate' };

/** A dossier that was received on Monday and is due three working days later. */
export const received: DossierRow = {
  id: '7f6c2a34-6df5-4a39-9d61-7e1f1f0f0d01',
  code: 'H-2026-0123',
  procedure,
  receivedAt: Date.UTC(2026, 10, 23, 2),
  dueAt: Date.UTC(2099, 10, 26, 10),
  state: 'received',
  since: Date.UTC(2026, 10, 23, 2),
  text: null,
  name: 'Nguyễn Thị Hồng Nhung',
  steps: ['supplement', 'refused', 'ready', 'returned', 'extended'],
};

/** One that the office is late with, one that lacks papers, and one to be fetched. */
export const rows: readonly DossierRow[] = [
  {
    ...received,
    id: '7f6c2a34-6df5-4a39-9d61-7e1f1f0f0d02',
    code: 'H-2026-0098',
    procedure: { vi: 'Đăng ký biến động (chuyển nhượng, tặng cho, thừa kế - sang tên)', en: 'Land transfer' },
    dueAt: Date.now() - 50 * hour,
    name: null,
  },
  received,
  {
    ...received,
    id: '7f6c2a34-6df5-4a39-9d61-7e1f1f0f0d03',
    code: 'H-2026-0110',
    state: 'supplement',
    text: 'Bản sao giấy khai sinh, ảnh 3×4',
    name: null,
    steps: ['received', 'refused'],
  },
  {
    ...received,
    id: '7f6c2a34-6df5-4a39-9d61-7e1f1f0f0d04',
    code: 'H-2026-0087',
    state: 'ready',
    steps: ['returned', 'reopened'],
  },
];

export const paper: DossierPaper = {
  id: received.id,
  code: received.code,
  procedure,
  receivedAt: received.receivedAt,
  dueAt: Date.UTC(2026, 10, 26, 10),
  state: 'received',
  papers: ['Tờ khai theo mẫu', 'Căn cước hoặc hộ chiếu (xuất trình)', 'Quyết định ly hôn (nếu có)'],
  name: 'Nguyễn Thị Hồng Nhung',
  text: null,
  officerName: 'Lê Thị Minh Châu',
  statusUrl: `http://192.168.1.20:8085/d/${'k'.repeat(43)}`,
};
