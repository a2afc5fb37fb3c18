import type { Words } from '../language.ts';

/** Words of the question after a service, the same at the counter and on the phone. */
type RatingKey = 'rate' | 'why' | 'remark' | 'send' | 'skip' | 'back' | 'thanks' | 'thanksMore' | 'failed';

export const ratingWords: Words<RatingKey> = {
  vi: {
    rate: 'Ông/Bà có hài lòng không?',
    why: 'Điều gì chưa tốt?',
    remark: 'Ý kiến khác (không bắt buộc)',
    send: 'Gửi đánh giá',
    skip: 'Bỏ qua',
    back: 'Chọn lại',
    thanks: 'Cảm ơn Ông/Bà!',
    thanksMore: 'Ý kiến của Ông/Bà giúp chúng tôi phục vụ tốt hơn',
    failed: 'Chưa gửi được. Xin Ông/Bà thử lại.',
  },
  en: {
    rate: 'How satisfied are you?',
    why: 'What was not good?',
    remark: 'Anything else (optional)',
    send: 'Send',
    skip: 'Skip',
    back: 'Choose again',
    thanks: 'Thank you!',
    thanksMore: 'Your answer helps us to serve you better',
    failed: 'That could not be sent. Please try again.',
  },
};
