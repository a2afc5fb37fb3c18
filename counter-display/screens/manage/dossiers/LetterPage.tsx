import type { ReactNode } from 'react';
import type { DossierSetting } from '../../../../shared/contract/settings.ts';
import type { View } from '../../../../shared/contract/views.ts';
import type { Letter } from '../../../../shared/contract/views/dossier.ts';
import { sayDate } from '../../../../shared/i18n/time.ts';

type Props = {
  readonly letter: Letter;
  readonly office: View<'manage'>['office'];
  readonly setting: DossierSetting;
};

/**
 * A letter as Nghị định 30/2020/NĐ-CP lays out what offices write: the bodies and the number on the left, the country's
 * name and motto and the date on the right, then title, text, who it goes to, and who signs. In Vietnamese.
 */
export function LetterPage({ letter, office, setting }: Props): ReactNode {
  const [day, month, year] = sayDate(letter.writtenAt, office.timeZone).split('/');
  const agency = setting.agency === '' ? office.name.vi : setting.agency;
  return (
    <article className="letter" lang="vi">
      <header>
        <div>
          {setting.superior !== '' && <p>{setting.superior.toLocaleUpperCase('vi')}</p>}
          <p className="letter-strong letter-ruled">{agency.toLocaleUpperCase('vi')}</p>
          <p className="letter-number">
            Số: {letter.number}
            {setting.symbol !== '' && `/${setting.symbol}`}
          </p>
        </div>
        <div>
          <p className="letter-strong">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
          <p className="letter-strong letter-motto">
            <span>Độc lập - Tự do - Hạnh phúc</span>
          </p>
          <p className="letter-date">
            {setting.place === '' ? '…………' : setting.place}, ngày {day} tháng {month} năm {year}
          </p>
        </div>
      </header>
      <h1>{letter.title}</h1>
      {letter.body.map((paragraph, place) => (
        <p key={place} className={place === 0 ? 'letter-to' : 'letter-text'}>
          {paragraph}
        </p>
      ))}
      <footer>
        <div>
          <p className="letter-copies">Nơi nhận:</p>
          <p>- Như trên;</p>
          <p>- Lưu: VT.</p>
        </div>
        <div>
          <p className="letter-strong">{setting.signerTitle.toLocaleUpperCase('vi')}</p>
          {setting.signerName === '' && <p className="letter-sign">(Ký, ghi rõ họ tên, đóng dấu)</p>}
          <p className="letter-strong letter-signer">{setting.signerName}</p>
        </div>
      </footer>
    </article>
  );
}
