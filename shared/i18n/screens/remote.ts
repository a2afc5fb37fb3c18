import type { Words } from '../language.ts';

/** Words about what is asked of screens from afar. */
type RemoteKey =
  | 'acts'
  | 'lock'
  | 'lockTitle'
  | 'lockMore'
  | 'unlock'
  | 'reload'
  | 'reloadTitle'
  | 'reloadMore'
  | 'reprint'
  | 'reprintTitle'
  | 'reprintMore'
  | 'reprinting'
  | 'nothingPrinted'
  | 'keep'
  | 'isLocked'
  | 'willLock'
  | 'willOpen'
  | 'willReload'
  | 'whenBack';

export const remoteWords: Words<RemoteKey> = {
  vi: {
    acts: 'Việc từ xa: {name}',
    lock: 'Tạm ngừng',
    lockTitle: 'Tạm ngừng “{name}”?',
    lockMore:
      'Người đang lấy số vẫn làm xong. Sau đó máy hiện “Tạm ngừng. Mời Ông/Bà tới quầy hướng dẫn.” và không nhận ai nữa, cho đến khi được mở lại.',
    unlock: 'Mở lại',
    reload: 'Tải lại trang',
    reloadTitle: 'Tải lại trang của “{name}”?',
    reloadMore: 'Máy tải lại khi không có ai đang dùng; không ai bị ngắt giữa chừng.',
    reprint: 'In lại phiếu cuối',
    reprintTitle: 'In lại phiếu cuối của “{name}”?',
    reprintMore: 'Máy in ra thêm một phiếu giống hệt phiếu vừa in. Không phát số mới.',
    reprinting: 'Đã gửi phiếu cuối của “{name}” tới máy in.',
    nothingPrinted: 'Từ khi máy chủ khởi động, “{name}” chưa in phiếu nào.',
    keep: 'Không',
    isLocked: 'Đang tạm ngừng',
    willLock: 'Sẽ tạm ngừng khi người đang lấy số xong',
    willOpen: 'Đang mở lại…',
    willReload: 'Sẽ tải lại khi không có ai đang dùng',
    whenBack: '{what} (khi máy nối lại)',
  },
  en: {
    acts: 'From afar: {name}',
    lock: 'Pause',
    lockTitle: 'Pause “{name}”?',
    lockMore:
      'Whoever is taking a number may finish. Then it shows “Out of service. Please go to the information desk.” and takes nobody until you open it again.',
    unlock: 'Open again',
    reload: 'Reload the page',
    reloadTitle: 'Reload the page of “{name}”?',
    reloadMore: 'It is loaded anew while nobody uses it; nobody is interrupted.',
    reprint: 'Reprint the last ticket',
    reprintTitle: 'Reprint the last ticket of “{name}”?',
    reprintMore: 'The printer makes one more paper like the last one. No new number is given.',
    reprinting: 'The last ticket of “{name}” was sent to its printer.',
    nothingPrinted: '“{name}” has printed nothing since the server was started.',
    keep: 'No',
    isLocked: 'Paused',
    willLock: 'Pauses once whoever is taking a number is done',
    willOpen: 'Opening again…',
    willReload: 'Reloads once nobody uses it',
    whenBack: '{what} (when it is back)',
  },
};
