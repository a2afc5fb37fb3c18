import type { FaultKind } from '../../contract/health.ts';
import type { Words } from '../language.ts';

type HealthKey =
  | FaultKind
  | 'unheard'
  | 'seen'
  | 'version'
  | 'browser'
  | 'noFaults'
  | 'faults'
  | 'diskFree'
  | 'diskLow'
  | 'temperature'
  | 'hot'
  | 'oneThread'
  | 'upShort'
  | 'upHours'
  | 'upDays';

/** How the kiosks fare, for the manager. */
export const healthWords: Words<HealthKey> = {
  vi: {
    unheard: 'Chưa có tin về tình trạng máy.',
    seen: 'Tin mới nhất {time} ngày {date}',
    version: 'phiên bản {version}',
    browser: 'chạy trong trình duyệt',
    noFaults: 'chạy {up}, chưa phải tự khắc phục sự cố nào',
    faults: 'chạy {up}, đã tự khắc phục: {list}',
    page: 'trang hỏng {n} lần',
    graphics: 'mất hình {n} lần',
    hung: 'bị treo {n} lần',
    window: 'cửa sổ bị đóng {n} lần',
    helper: 'tiến trình phụ dừng {n} lần',
    server: 'máy chủ bên trong dừng {n} lần',
    camera: 'mất camera {n} lần',
    worker: 'bộ nhận diện khởi động lại {n} lần',
    diskFree: 'ổ đĩa còn {gb}\u00a0GB',
    diskLow: 'Ổ đĩa sắp đầy',
    temperature: '{degrees}\u00a0°C',
    hot: 'Máy quá nóng',
    oneThread: 'Nhận diện chậm: trình duyệt chỉ cho một luồng',
    upShort: 'chưa đến 1 giờ',
    upHours: '{n} giờ',
    upDays: '{n} ngày',
  },
  en: {
    unheard: 'Nothing heard of this machine yet.',
    seen: 'Last heard at {time} on {date}',
    version: 'version {version}',
    browser: 'runs in a browser',
    noFaults: 'up for {up}, had to recover from nothing',
    faults: 'up for {up}, recovered from: {list}',
    page: 'page failed {n}×',
    graphics: 'picture lost {n}×',
    hung: 'hung {n}×',
    window: 'window closed {n}×',
    helper: 'helper process ended {n}×',
    server: 'inner server ended {n}×',
    camera: 'camera lost {n}×',
    worker: 'recognition restarted {n}×',
    diskFree: '{gb}\u00a0GB of disk free',
    diskLow: 'Disk nearly full',
    temperature: '{degrees}\u00a0°C',
    hot: 'Too hot',
    oneThread: 'Recognition is slow: the browser allows one thread only',
    upShort: 'less than 1 h',
    upHours: '{n} h',
    upDays: '{n} days',
  },
};
