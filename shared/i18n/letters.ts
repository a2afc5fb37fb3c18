import type { LetterKind } from '../domain/letter.ts';

/** In place of a reason that nobody wrote down. */
export const noReasonSaid = 'công việc cần thêm thời gian xem xét';

/**
 * How letters are worded until the office words them itself. In Vietnamese only: they are official letters. A paragraph a
 * line; the words in braces are filled in.
 */
export const letterWordings: Readonly<Record<LetterKind, { readonly title: string; readonly body: string }>> =
  {
    apology: {
      title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      body: [
        'Kính gửi: Ông/Bà {nguoi_nhan}',
        'Ngày {ngay_nhan}, {co_quan} đã tiếp nhận hồ sơ đề nghị giải quyết thủ tục “{thu_tuc}” của Ông/Bà, mã hồ sơ {ma_ho_so}, hẹn trả kết quả lúc {hen_tra_cu}.',
        'Tuy nhiên, đến nay hồ sơ của Ông/Bà chưa giải quyết xong. Lý do: {ly_do}.',
        '{co_quan} xin lỗi Ông/Bà vì sự chậm trễ này và hẹn trả kết quả vào lúc {hen_tra}.',
        'Rất mong nhận được sự thông cảm của Ông/Bà.',
      ].join('\n'),
    },
    birth: {
      title: 'THƯ CHÚC MỪNG',
      body: [
        'Kính gửi: Ông/Bà {nguoi_nhan}',
        'Nhân dịp gia đình Ông/Bà đón thành viên mới và hoàn thành thủ tục “{thu_tuc}” tại {co_quan}, chúng tôi xin gửi lời chúc mừng tốt đẹp nhất tới gia đình.',
        'Kính chúc cháu hay ăn, chóng lớn, mạnh khỏe, ngoan ngoãn; chúc gia đình luôn hạnh phúc, bình an.',
        'Trân trọng.',
      ].join('\n'),
    },
    marriage: {
      title: 'THƯ CHÚC MỪNG',
      body: [
        'Kính gửi: Ông/Bà {nguoi_nhan}',
        'Nhân dịp Ông/Bà hoàn thành thủ tục “{thu_tuc}” tại {co_quan}, chúng tôi xin gửi tới hai vợ chồng lời chúc mừng tốt đẹp nhất.',
        'Kính chúc hai vợ chồng trăm năm hạnh phúc, cùng nhau xây dựng gia đình ấm no, bình đẳng, tiến bộ.',
        'Trân trọng.',
      ].join('\n'),
    },
    condolence: {
      title: 'THƯ CHIA BUỒN',
      body: [
        'Kính gửi: Ông/Bà {nguoi_nhan} cùng gia quyến',
        'Được tin gia đình Ông/Bà có người thân qua đời, {co_quan} vô cùng thương tiếc và xin gửi tới gia đình lời chia buồn sâu sắc nhất.',
        'Kính mong gia đình sớm vượt qua nỗi đau mất mát này.',
        'Kính viếng.',
      ].join('\n'),
    },
    thanks: {
      title: 'THƯ CẢM ƠN',
      body: [
        'Kính gửi: Ông/Bà {nguoi_nhan}',
        '{co_quan} chân thành cảm ơn Ông/Bà đã tin tưởng và phối hợp khi thực hiện thủ tục “{thu_tuc}”, mã hồ sơ {ma_ho_so}.',
        'Mọi ý kiến đóng góp của Ông/Bà giúp chúng tôi phục vụ người dân ngày một tốt hơn.',
        'Trân trọng.',
      ].join('\n'),
    },
  };
