import { kioskWords } from '../../../shared/i18n/kiosk.ts';
import { reserveWords } from '../../../shared/i18n/screens/reserve.ts';
import type { State } from '../flow/types.ts';

/** Calm sentences about the kiosk itself: its camera where a visit begins, its printer until a number is taken. */
export function notices({ camera, stage, office, language, line }: State): readonly string[] {
  const words = kioskWords[language];
  if (line === 'gone')
    return stage.at === 'number' || stage.at === 'offline' ? [] : [reserveWords[language].notice];
  const isAttract = stage.at === 'attract';
  const noPaper =
    office?.printer === 'trouble' && (isAttract || stage.at === 'greet' || stage.at === 'fields');
  return [
    ...(noPaper ? [words.noPaper] : []),
    ...(isAttract && camera.kind === 'none' ? [words.cameraOff] : []),
    ...(isAttract && camera.kind === 'ready' ? [words.cameraNotice] : []),
  ];
}
