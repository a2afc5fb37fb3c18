import type { WallSetting } from '../../shared/contract/settings.ts';
import type { CounterId, FieldId } from '../../shared/domain/ids.ts';
import type { WallStore } from '../usecases/publicStore.ts';
import type { Db } from './open.ts';

type Row = {
  device_id: number;
  field_ids: string;
  counter_ids: string;
  notice_vi: string | null;
  notice_en: string | null;
  speaks_vi: 0 | 1;
  speaks_en: 0 | 1;
  volume: number;
  quiet_from: number;
  quiet_to: number;
  slides: 0 | 1;
  slide_seconds: number;
};

const settingOf = (row: Row): WallSetting => ({
  fieldIds: JSON.parse(row.field_ids) as FieldId[],
  counterIds: JSON.parse(row.counter_ids) as CounterId[],
  notice: row.notice_vi === null || row.notice_en === null ? null : { vi: row.notice_vi, en: row.notice_en },
  speaksVi: row.speaks_vi === 1,
  speaksEn: row.speaks_en === 1,
  volumePercent: row.volume,
  quietFrom: row.quiet_from,
  quietTo: row.quiet_to,
  slides: row.slides === 1,
  slideSeconds: row.slide_seconds,
});

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0);

/** How walls look and sound, as far as somebody has set it. */
export function wallStore(db: Db): WallStore {
  const all = db.prepare<[], Row>(`
    SELECT * FROM wall_setting
    WHERE device_id = 0 OR device_id IN (SELECT id FROM device WHERE removed_at IS NULL)
    ORDER BY device_id`);
  const set = db.prepare(`
    INSERT OR REPLACE INTO wall_setting (device_id, field_ids, counter_ids, notice_vi, notice_en, speaks_vi, speaks_en,
                                         volume, quiet_from, quiet_to, slides, slide_seconds)
    VALUES ($deviceId, $fieldIds, $counterIds, $noticeVi, $noticeEn, $speaksVi, $speaksEn,
            $volumePercent, $quietFrom, $quietTo, $slides, $slideSeconds)`);
  return {
    all: () => new Map(all.all().map((row) => [row.device_id, settingOf(row)])),
    set: (deviceId, { notice, ...setting }) =>
      void set.run({
        ...setting,
        deviceId,
        fieldIds: JSON.stringify(setting.fieldIds),
        counterIds: JSON.stringify(setting.counterIds),
        noticeVi: notice?.vi ?? null,
        noticeEn: notice?.en ?? null,
        speaksVi: flag(setting.speaksVi),
        speaksEn: flag(setting.speaksEn),
        slides: flag(setting.slides),
      }),
  };
}
