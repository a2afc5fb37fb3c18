import type { Words } from '../language.ts';

/** Words of the wall and the counter display, which show both languages at once. */
type DisplayKey =
  | 'ticket'
  | 'counter'
  | 'counterN'
  | 'goTo'
  | 'open'
  | 'page'
  | 'recent'
  | 'noRecent'
  | 'waitingByField'
  | 'nobodyWaiting'
  | 'people'
  | 'pleaseWait'
  | 'pleaseWaitMore'
  | 'called'
  | 'serving'
  | 'servingHere'
  | 'enableSound'
  | 'pleaseCome'
  | 'welcome'
  | 'welcomeMore'
  | 'closed'
  | 'closedMore'
  | 'serves'
  | 'officer';

export const displayWords: Words<DisplayKey> = {
  vi: {
    ticket: 'Mời số',
    counter: 'Quầy',
    counterN: 'Quầy {n}',
    goTo: 'đến quầy',
    open: 'Tại các quầy',
    page: 'Trang {n}/{all}',
    recent: 'Vừa gọi',
    noRecent: 'Chưa có số nào',
    waitingByField: 'Đang chờ theo lĩnh vực',
    nobodyWaiting: 'Chưa có ai chờ',
    people: 'chờ',
    pleaseWait: 'Kính mời Ông/Bà ngồi chờ',
    pleaseWaitMore: 'Số được gọi sẽ hiện ở đây',
    called: 'mời vào',
    serving: 'đang phục vụ',
    servingHere: 'Đang phục vụ',
    enableSound: 'Bật âm thanh',
    pleaseCome: 'Mời Ông/Bà vào quầy',
    welcome: 'Kính chào Ông/Bà',
    welcomeMore: 'Quầy sẽ gọi khi đến lượt Ông/Bà',
    closed: 'Quầy tạm nghỉ',
    closedMore: 'Mời Ông/Bà theo dõi bảng gọi số',
    serves: 'Quầy phục vụ',
    officer: 'Cán bộ',
  },
  en: {
    ticket: 'Ticket',
    counter: 'Counter',
    counterN: 'Counter {n}',
    goTo: 'to counter',
    open: 'At the counters',
    page: 'Page {n}/{all}',
    recent: 'Recent',
    noRecent: 'None yet',
    waitingByField: 'Waiting, by service',
    nobodyWaiting: 'Nobody waiting',
    people: 'waiting',
    pleaseWait: 'Please take a seat',
    pleaseWaitMore: 'Called numbers appear here',
    called: 'please come',
    serving: 'being served',
    servingHere: 'Now serving',
    enableSound: 'Turn sound on',
    pleaseCome: 'Please come to the counter',
    welcome: 'Welcome',
    welcomeMore: 'You will be called when it is your turn',
    closed: 'Counter closed for now',
    closedMore: 'Please watch the wall display',
    serves: 'Served here',
    officer: 'Officer',
  },
};
