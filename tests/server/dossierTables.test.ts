import { afterEach, describe, expect, test } from 'vitest';
import { find, withDossier } from '../factories/dossiers.ts';
import { closeAll, staffedOffice } from '../factories/staffedOffice.ts';

afterEach(closeAll);

const head = ['Mã hồ sơ', 'Thủ tục', 'Ngày nhận', 'Hẹn trả', 'Trạng thái'];

describe('a table of dossiers', () => {
  test('DS30 is read by its columns in any order, in either language, with names or keys of procedures', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const rows = [
      ['TRẠNG THÁI', 'ngay nhan', 'Procedure', 'Code'],
      ['Chờ bổ sung', '20/11/2026 09:30', 'Cap doi giay chung nhan', "'+84-1"],
      ['', '20/11/2026', 'ht-xnhn', 'c-2'],
      ['', '', '', ''],
    ];
    // A cell as our own tables neutralise it is its text; a code may still not begin like a formula.
    const refused = await manage.send('dossier:import', { rows, keep: true });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'badTable', detail: { line: 2 } } });
    const right = rows.map((row) => row.map((cell) => (cell === "'+84-1" ? 'C-1' : cell)));
    expect(await manage.do('dossier:import', { rows: right, keep: true })).toEqual({ added: 2, known: 0 });
    expect(await find(manage, 'open', 'C-')).toMatchObject([
      { code: 'C-2', state: 'received' },
      { code: 'C-1', state: 'supplement', procedure: { vi: 'Cấp đổi Giấy chứng nhận' } },
    ]);
    const [second] = await find(manage, 'all', 'C-2');
    // Friday, and three working days: Wednesday at five.
    expect(new Date(second?.dueAt ?? 0).toISOString()).toBe('2026-11-25T10:00:00.000Z');
  });

  test.each<readonly [string, string[], string]>([
    ['a code with a formula', ['=1+1', 'ht-xnhn', '20/11/2026', '', ''], 'ma ho so'],
    ['no code', ['', 'ht-xnhn', '20/11/2026', '', ''], 'ma ho so'],
    ['a procedure nobody knows', ['C-1', 'bói toán', '20/11/2026', '', ''], 'thu tuc'],
    ['a day that is none', ['C-1', 'ht-xnhn', '31/11/2026', '', ''], 'ngay nhan'],
    ['a time that is none', ['C-1', 'ht-xnhn', '20/11/2026 25:00', '', ''], 'ngay nhan'],
    ['a due date that is none', ['C-1', 'ht-xnhn', '20/11/2026', 'mai', ''], 'hen tra'],
    ['a due date before it came', ['C-1', 'ht-xnhn', '20/11/2026', '19/11/2026', ''], 'hen tra'],
    ['a state that is none', ['C-1', 'ht-xnhn', '20/11/2026', '', 'lạc'], 'trang thai'],
    ['a code twice', ['C-0', 'ht-xnhn', '20/11/2026', '', ''], 'mã đã dùng'],
  ])('DS31 with %s adds nothing, and says in which line', async (_, row, what) => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const rows = [head, ['C-0', 'ht-xnhn', '20/11/2026', '', ''], row];
    const answer = await manage.send('dossier:import', { rows, keep: true });
    expect(answer).toMatchObject({
      problem: { code: 'badTable', detail: { line: 3, what: expect.stringContaining(what) as unknown } },
    });
    expect(office.rows()['dossier']).toEqual([]);
  });

  test('DS32 can be looked at before: nothing is added, and the same table twice adds nothing either', async () => {
    const office = await staffedOffice();
    const manage = await office.manage();
    const rows = [head, ['C-0', 'ht-xnhn', '20/11/2026', '', '']];
    expect(await manage.do('dossier:import', { rows, keep: false })).toEqual({ added: 1, known: 0 });
    expect(office.rows()['dossier']).toEqual([]);
    expect(await manage.do('dossier:import', { rows, keep: true })).toEqual({ added: 1, known: 0 });
    expect(await manage.do('dossier:import', { rows, keep: true })).toEqual({ added: 0, known: 1 });
    expect(office.rows()['dossier']?.length).toBe(1);
  });
});

describe('letters', () => {
  test('DS40 an apology says by when it was due, why it is late, and the new day', async () => {
    const office = await staffedOffice();
    const { manage, dossierId } = await withDossier(office);
    const more = {
      kind: 'extended',
      text: 'cơ quan thuế chưa trả lời',
      dueAt: Date.UTC(2026, 11, 1, 10),
    } as const;
    await manage.do('dossier:step', { dossierId, ...more });
    const letter = await manage.do('letter:write', { dossierId, kind: 'apology', recipient: 'Đỗ Văn Khôi' });
    const text = letter.body.join(' ');
    for (const said of [
      'Kính gửi: Ông/Bà Đỗ Văn Khôi',
      'H-2026-0123',
      'lúc 17:00 ngày 26/11/2026',
      'Lý do: cơ quan thuế chưa trả lời',
      'vào lúc 17:00 ngày 01/12/2026',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/[{}]/u);
  });

  test('DS41 every letter has the next number of its year and is kept in the audit, without the name', async () => {
    const office = await staffedOffice();
    const { manage, dossierId } = await withDossier(office);
    const write = (kind: 'thanks' | 'birth') =>
      manage.do('letter:write', { dossierId, kind, recipient: 'Đỗ Văn Khôi' });
    expect([(await write('thanks')).number, (await write('birth')).number]).toEqual([1, 2]);
    const kept = office.rows()['audit']?.slice(-2) as { request: string; detail: string }[];
    expect(kept.map(({ request, detail }) => [request, JSON.parse(detail) as unknown])).toEqual([
      ['letter:write', { dossierId, kind: 'thanks' }],
      ['letter:write', { dossierId, kind: 'birth' }],
    ]);
    expect(JSON.stringify({ ...office.rows(), request: [] })).not.toContain('Khôi');
  });

  test('DS42 the office words its letters, in words that stand for something, and can take that back', async () => {
    const office = await staffedOffice();
    const { manage, dossierId } = await withDossier(office);
    const wording = { title: 'CẢM ƠN', body: 'Gửi {nguoi_nhan}\n\n{thu_tuc}: {ma_ho_so}' };
    await manage.do('letter:word', { kind: 'thanks', wording });
    const written = { dossierId, kind: 'thanks', recipient: 'Lê Hoàng' } as const;
    expect(await manage.do('letter:write', written)).toMatchObject({
      title: 'CẢM ƠN',
      body: ['Gửi Lê Hoàng', 'Cấp Giấy xác nhận tình trạng hôn nhân: H-2026-0123'],
    });
    await manage.do('letter:word', { kind: 'thanks', wording: null });
    expect((await manage.do('letter:write', written)).title).toBe('THƯ CẢM ƠN');
  });
});
