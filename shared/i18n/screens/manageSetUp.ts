import type { fieldIcons } from '../../contract/settings.ts';
import type { Words } from '../language.ts';

/** Words of what a manager makes the office of. */
type ManageSetUpKey =
  | 'groupDaily'
  | 'groupSetUp'
  | 'tabOffice'
  | 'office'
  | 'officeName'
  | 'timeZone'
  | 'timeZoneHelp'
  | 'officeSaved'
  | 'inVietnamese'
  | 'inEnglish'
  | 'fields'
  | 'fieldsHelp'
  | 'addField'
  | 'editField'
  | 'removeField'
  | 'removeFieldMore'
  | 'fieldSaved'
  | 'fieldRemoved'
  | 'fieldName'
  | 'fieldDescription'
  | 'prefix'
  | 'prefixHelp'
  | 'colour'
  | 'icon'
  | 'serviceMinutes'
  | 'serviceMinutesHelp'
  | 'minutes'
  | 'moveUp'
  | 'moveDown'
  | 'edit'
  | 'remove'
  | 'addCounter'
  | 'editCounter'
  | 'removeCounter'
  | 'removeCounterMore'
  | 'counterNumber'
  | 'counterName'
  | 'counterSaved'
  | 'counterRemoved'
  | 'addOfficer'
  | 'editOfficer'
  | 'removeOfficer'
  | 'removeOfficerMore'
  | 'loginHelp'
  | 'loginWrong'
  | 'officerAdded'
  | 'officerSaved'
  | 'officerRemoved'
  | 'keep'
  | `icon_${(typeof fieldIcons)[number]}`;

export const manageSetUpWords: Words<ManageSetUpKey> = {
  vi: {
    groupDaily: 'Hằng ngày',
    groupSetUp: 'Thiết lập',
    tabOffice: 'Cơ quan và lĩnh vực',
    office: 'Cơ quan',
    officeName: 'Tên cơ quan',
    timeZone: 'Múi giờ',
    timeZoneHelp: 'Ngày làm việc và giờ trên mọi màn hình theo múi giờ này.',
    officeSaved: 'Đã lưu tên cơ quan và múi giờ.',
    inVietnamese: 'tiếng Việt',
    inEnglish: 'tiếng Anh',
    fields: 'Lĩnh vực',
    fieldsHelp: 'Máy lấy số hiện các lĩnh vực theo thứ tự này.',
    addField: 'Thêm lĩnh vực',
    editField: 'Sửa lĩnh vực',
    removeField: 'Xóa lĩnh vực “{name}”?',
    removeFieldMore: 'Máy lấy số sẽ không còn lĩnh vực này. Các lượt đã giải quyết vẫn được giữ lại.',
    fieldSaved: 'Đã lưu lĩnh vực “{name}”.',
    fieldRemoved: 'Đã xóa lĩnh vực “{name}”.',
    fieldName: 'Tên lĩnh vực',
    fieldDescription: 'Mô tả ngắn trên máy lấy số',
    prefix: 'Ký hiệu đầu số',
    prefixHelp: 'Một hoặc hai chữ cái A–Z, ví dụ số A001.',
    colour: 'Màu',
    icon: 'Biểu tượng',
    serviceMinutes: 'Số phút mỗi lượt',
    serviceMinutesHelp: 'Dùng để ước tính thời gian chờ cho đến khi đã đo được đủ lượt.',
    minutes: '{n} phút',
    moveUp: 'Đưa lên: {name}',
    moveDown: 'Đưa xuống: {name}',
    edit: 'Sửa',
    remove: 'Xóa',
    addCounter: 'Thêm quầy',
    editCounter: 'Sửa quầy {n}',
    removeCounter: 'Xóa quầy {n}?',
    removeCounterMore: 'Màn hình của quầy này cũng được gỡ. Thêm lại quầy cùng số thì vẫn là quầy ấy.',
    counterNumber: 'Số quầy',
    counterName: 'Tên quầy',
    counterSaved: 'Đã lưu quầy {n}.',
    counterRemoved: 'Đã xóa quầy {n}.',
    addOfficer: 'Thêm cán bộ',
    editOfficer: 'Sửa thông tin cán bộ',
    removeOfficer: 'Xóa tài khoản của {name}?',
    removeOfficerMore:
      'Người này bị đăng xuất ngay và không đăng nhập được nữa. Việc đã làm vẫn được ghi lại.',
    loginHelp: 'Chữ thường không dấu, số, dấu chấm; ít nhất 2 ký tự. Không đổi được về sau.',
    loginWrong: 'Tên đăng nhập chỉ gồm chữ thường không dấu, số và các dấu . _ -',
    officerAdded: 'Đã thêm {name}. Hãy đặt mật khẩu để người này đăng nhập được.',
    officerSaved: 'Đã lưu thông tin của {name}.',
    officerRemoved: 'Đã xóa tài khoản của {name}.',
    keep: 'Giữ lại',
    icon_stamp: 'Con dấu',
    icon_family: 'Gia đình',
    icon_map: 'Bản đồ',
    icon_crane: 'Công trình',
    icon_shop: 'Cửa hàng',
    icon_heart: 'Trái tim',
    icon_id: 'Thẻ căn cước',
    icon_school: 'Trường học',
    icon_receipt: 'Hóa đơn',
    icon_info: 'Thông tin',
  },
  en: {
    groupDaily: 'Every day',
    groupSetUp: 'Set-up',
    tabOffice: 'Office and fields',
    office: 'Office',
    officeName: 'Name of the office',
    timeZone: 'Time zone',
    timeZoneHelp: 'The business day and the time on every screen follow it.',
    officeSaved: 'The office’s name and time zone are saved.',
    inVietnamese: 'Vietnamese',
    inEnglish: 'English',
    fields: 'Fields',
    fieldsHelp: 'Kiosks offer the fields in this order.',
    addField: 'Add a field',
    editField: 'Edit the field',
    removeField: 'Remove the field “{name}”?',
    removeFieldMore: 'Kiosks offer it no more. What was done in it is kept.',
    fieldSaved: 'The field “{name}” is saved.',
    fieldRemoved: 'The field “{name}” is removed.',
    fieldName: 'Name of the field',
    fieldDescription: 'Short description on the kiosk',
    prefix: 'Letters of its numbers',
    prefixHelp: 'One or two letters A–Z, as in A001.',
    colour: 'Colour',
    icon: 'Picture',
    serviceMinutes: 'Minutes a service',
    serviceMinutesHelp: 'Waits are foretold from it until enough services were measured.',
    minutes: '{n} min',
    moveUp: 'Move up: {name}',
    moveDown: 'Move down: {name}',
    edit: 'Edit',
    remove: 'Remove',
    addCounter: 'Add a counter',
    editCounter: 'Edit counter {n}',
    removeCounter: 'Remove counter {n}?',
    removeCounterMore: 'Its displays are removed, too. Added again with its number it is the same counter.',
    counterNumber: 'Number of the counter',
    counterName: 'Name of the counter',
    counterSaved: 'Counter {n} is saved.',
    counterRemoved: 'Counter {n} is removed.',
    addOfficer: 'Add an officer',
    editOfficer: 'Edit the officer',
    removeOfficer: 'Remove the account of {name}?',
    removeOfficerMore: 'They are logged out at once and cannot log in again. What they did stays on record.',
    loginHelp: 'Small letters, digits, dots; at least 2 signs. It cannot be changed later.',
    loginWrong: 'A user name has small letters, digits and . _ - only.',
    officerAdded: '{name} is added. Set a password so that they can log in.',
    officerSaved: 'What is known of {name} is saved.',
    officerRemoved: 'The account of {name} is removed.',
    keep: 'Keep',
    icon_stamp: 'Stamp',
    icon_family: 'Family',
    icon_map: 'Map',
    icon_crane: 'Building site',
    icon_shop: 'Shop',
    icon_heart: 'Heart',
    icon_id: 'Identity card',
    icon_school: 'School',
    icon_receipt: 'Receipt',
    icon_info: 'Information',
  },
};
