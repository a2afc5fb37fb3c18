import type { Words } from '../language.ts';

type PriorityKey =
  | 'tab'
  | 'groups'
  | 'groupsMore'
  | 'add'
  | 'edit'
  | 'name'
  | 'asked'
  | 'askedMore'
  | 'notAsked'
  | 'nobodyAsked'
  | 'saved'
  | 'remove'
  | 'removeMore'
  | 'removed'
  | 'policy'
  | 'oneOfEvery'
  | 'oneOfEveryMore'
  | 'means'
  | 'meansFirst'
  | 'policySaved'
  | 'example'
  | 'exampleMore'
  | 'priority'
  | 'normal'
  | 'longest';

/** Words about who is called first. */
export const priorityWords: Words<PriorityKey> = {
  vi: {
    tab: 'Ưu tiên',
    groups: 'Các diện ưu tiên',
    groupsMore: 'Máy lấy số và cán bộ chọn theo thứ tự này. Cán bộ xem giấy tờ rồi xác nhận.',
    add: 'Thêm diện ưu tiên',
    edit: 'Sửa diện ưu tiên',
    name: 'Tên diện ưu tiên',
    asked: 'Máy lấy số cho người dân tự khai',
    askedMore: 'Nếu không, chỉ cán bộ ghi được diện này.',
    notAsked: 'Chỉ cán bộ ghi',
    nobodyAsked: 'Máy lấy số không hỏi diện ưu tiên.',
    saved: 'Đã lưu diện “{name}”.',
    remove: 'Xóa diện “{name}”?',
    removeMore: 'Không ai chọn được diện này nữa. Các lượt cũ vẫn được giữ.',
    removed: 'Đã xóa diện “{name}”.',
    policy: 'Xen kẽ ưu tiên và thường',
    oneOfEvery: 'Trong mấy lượt gọi có một lượt ưu tiên',
    oneOfEveryMore: 'Khi còn người thường đang chờ.',
    means: 'Khi còn người thường đang chờ: 1 số ưu tiên sau mỗi {n} số thường.',
    meansFirst: 'Mọi số ưu tiên được gọi trước mọi số thường.',
    policySaved: 'Đã lưu. Lượt gọi tiếp theo theo cách xen kẽ mới.',
    example: 'Ví dụ: chín người đến lần lượt A001 đến A009, ba người thuộc diện ưu tiên',
    exampleMore: 'Một quầy sẽ gọi theo thứ tự này (tính bằng chính quy tắc xếp hàng của phần mềm):',
    priority: 'ưu tiên',
    normal: 'thường',
    longest: 'Người thường bị vượt nhiều nhất: {number}, nhường {n} lượt.',
  },
  en: {
    tab: 'Priority',
    groups: 'Classes of priority',
    groupsMore: 'Kiosks and officers offer them in this order. Officers look at the proof and confirm.',
    add: 'Add a class',
    edit: 'Edit the class',
    name: 'Name of the class',
    asked: 'Visitors may declare it at the kiosk',
    askedMore: 'If not, only officers give it.',
    notAsked: 'Given by officers only',
    nobodyAsked: 'Kiosks do not ask for priority.',
    saved: 'The class “{name}” is saved.',
    remove: 'Remove the class “{name}”?',
    removeMore: 'Nobody can choose it any more. Past visits keep it.',
    removed: 'The class “{name}” is removed.',
    policy: 'How priority is mixed in',
    oneOfEvery: 'One priority call in every so many',
    oneOfEveryMore: 'While others are waiting.',
    means: 'While others are waiting: 1 priority number after every {n} ordinary ones.',
    meansFirst: 'Every priority number is called before any ordinary one.',
    policySaved: 'Saved. It holds from the next call on.',
    example: 'An example: nine people come as A001 to A009, three of them with priority',
    exampleMore: 'One counter would call them in this order (worked out by the product’s own rule):',
    priority: 'priority',
    normal: 'ordinary',
    longest: 'Overtaken most of the ordinary ones: {number}, by {n}.',
  },
};
