import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { FieldId, TicketId } from '../../../../shared/domain/ids.ts';
import { manageTextWords } from '../../../../shared/i18n/screens/manageTexts.ts';
import type { PaperPicture } from '../../../../shared/ui/paper/draw.ts';
import { drawPaper } from '../../../../shared/ui/paper/draw.ts';
import type { PaperFacts } from '../../../../shared/ui/paper/paper.ts';
import { paperOf } from '../../../../shared/ui/paper/paper.ts';
import type { PreviewProps } from './Previews.tsx';

/** Puts the printer's dots on a canvas. */
function show(canvas: HTMLCanvasElement, { width, height, bits }: PaperPicture): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  canvas.width = width;
  canvas.height = height;
  const image = pen.createImageData(width, height);
  image.data.fill(255);
  for (let dot = 0; dot < width * height; dot++)
    if (((bits[dot >> 3] ?? 0) & (128 >> (dot & 7))) !== 0) image.data.fill(0, 4 * dot, 4 * dot + 3);
  pen.putImageData(image, 0, 0);
}

/** An example ticket in both languages, drawn as the kiosks' printers print it. */
export function PaperPreview({ texts, view, language }: PreviewProps): ReactNode {
  const [field] = view.fields;
  const facts: PaperFacts = {
    // An example: its address leads nowhere.
    issued: {
      ticketId: '00000000-0000-4000-8000-000000000012' as TicketId,
      number: `${field?.prefix ?? 'A'}012`,
      fieldId: field?.id ?? (1 as FieldId),
      legs: [],
      issuedAt: Date.UTC(2026, 0, 5, 2, 5),
      appointmentAt: null,
      peopleAhead: 5,
      wait: { p50Ms: 1_200_000, p90Ms: 2_100_000 },
      trackUrl: `${view.publicUrl.used}/t/`,
    },
    office: view.office.name,
    texts: {
      ticketHead: texts.ticketHead?.vi.trim() ? texts.ticketHead : null,
      ticketFoot: texts.ticketFoot?.vi.trim() ? texts.ticketFoot : null,
    },
    timeZone: view.office.timeZone,
    field: field?.name ?? { vi: '', en: '' },
    afterwards: [],
    priority: null,
    papers: [],
  };
  return (
    <figure className="text-previews" aria-label={manageTextWords[language].paperPreview}>
      <Paper facts={facts} language="vi" />
      <Paper facts={facts} language="en" />
    </figure>
  );
}

function Paper({
  facts,
  language,
}: {
  readonly facts: PaperFacts;
  readonly language: 'vi' | 'en';
}): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const asText = JSON.stringify(facts);
  useEffect(() => {
    let isOver = false;
    void drawPaper(paperOf(JSON.parse(asText) as PaperFacts, language)).then((picture) => {
      if (!isOver && canvas.current !== null) show(canvas.current, picture);
    });
    return () => {
      isOver = true;
    };
  }, [asText, language]);
  const words = paperOf(facts, language).flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  return (
    <canvas ref={canvas} className="text-paper" role="img" aria-label={words.join('. ')} lang={language} />
  );
}
