import type { Words } from '../language.ts';

/** Words of every browser screen: the line to the server, log-in, pairing. */
type CommonKey =
  | 'connecting'
  | 'unreachable'
  | 'staleNumbers'
  | 'staleDesk'
  | 'since'
  | 'outdated'
  | 'reloadIn'
  | 'wrongOrigin'
  | 'notUnderstood'
  | 'pairTitle'
  | 'pairWall'
  | 'pairCounter'
  | 'pairKiosk'
  | 'pairHelp'
  | 'pairCode'
  | 'pairNow'
  | 'pairWrongScreen'
  | 'logIn'
  | 'logOut'
  | 'login'
  | 'password'
  | 'showPassword'
  | 'otherLanguage';

export const commonWords: Words<CommonKey> = {
  vi: {
    connecting: 'Đang kết nối với máy chủ…',
    unreachable: 'Chưa kết nối được với máy chủ. Màn hình sẽ tự kết nối lại.',
    staleNumbers: 'Mất kết nối – số đang hiện có thể đã cũ',
    staleDesk: 'Mất kết nối với máy chủ – đang kết nối lại, chưa thao tác được',
    since: 'từ {time}',
    outdated: 'Máy chủ vừa được nâng cấp. Đang tải lại trang…',
    reloadIn: 'Trang sẽ tự tải lại sau {seconds} giây.',
    wrongOrigin: 'Địa chỉ này không được phép mở màn hình. Hãy mở bằng địa chỉ của máy chủ.',
    notUnderstood: 'Màn hình và máy chủ không hiểu nhau. Hãy kiểm tra địa chỉ rồi tải lại trang.',
    pairTitle: 'Ghép màn hình với máy chủ',
    pairWall: 'Màn hình này sẽ là bảng gọi số.',
    pairCounter: 'Màn hình này sẽ là màn hình quầy.',
    pairKiosk: 'Màn hình này sẽ là máy lấy số.',
    pairHelp: 'Người quản lý lấy mã ở trang Quản lý, mục Thiết bị.',
    pairCode: 'Mã ghép',
    pairNow: 'Ghép màn hình',
    pairWrongScreen: 'Mã này dành cho loại màn hình khác. Hãy lấy mã mới.',
    logIn: 'Đăng nhập',
    logOut: 'Đăng xuất',
    login: 'Tên đăng nhập',
    password: 'Mật khẩu',
    showPassword: 'Hiện hoặc ẩn mật khẩu',
    otherLanguage: 'English',
  },
  en: {
    connecting: 'Connecting to the server…',
    unreachable: 'The server cannot be reached yet. This screen keeps trying by itself.',
    staleNumbers: 'Connection lost – the numbers shown may be out of date',
    staleDesk: 'Connection to the server lost – reconnecting, nothing can be done until then',
    since: 'since {time}',
    outdated: 'The server has just been updated. Loading the page again…',
    reloadIn: 'The page loads again in {seconds} seconds.',
    wrongOrigin: 'This screen may not be opened from this address. Use the address of the server.',
    notUnderstood: 'The screen and the server do not understand each other. Check the address and reload.',
    pairTitle: 'Pair this screen with the server',
    pairWall: 'This screen will be a wall display.',
    pairCounter: 'This screen will be a counter display.',
    pairKiosk: 'This screen will be a ticket kiosk.',
    pairHelp: 'A manager gets the code on the Manage page, under Devices.',
    pairCode: 'Pairing code',
    pairNow: 'Pair this screen',
    pairWrongScreen: 'This code is for another kind of screen. Get a new one.',
    logIn: 'Log in',
    logOut: 'Log out',
    login: 'User name',
    password: 'Password',
    showPassword: 'Show or hide the password',
    otherLanguage: 'Tiếng Việt',
  },
};
