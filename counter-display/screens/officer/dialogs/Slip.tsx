import type { ReactNode } from 'react';
import type { Issued } from '../../../../shared/contract/requests.ts';
import { codePath } from '../../../../shared/ui/paper/code.ts';
import type { Block } from '../../../../shared/ui/paper/paper.ts';
import { paperOf } from '../../../../shared/ui/paper/paper.ts';
import { useConsole } from '../console.ts';

/** The paper is laid out in dots, of which its printers have eight to the mm. */
const mm = (dots: number): string => `${dots / 8}mm`;

/** The visitor's paper, as the kiosk's, in Vietnamese whatever the officer reads. Only seen by the printer. */
export function Slip({ issued }: { readonly issued: Issued }): ReactNode {
  const { view } = useConsole();
  const nameOf = (id: number) => view.fields.find((field) => field.id === id)?.name;
  const blocks = paperOf(
    {
      issued,
      office: view.office.name,
      texts: view.texts,
      timeZone: view.office.timeZone,
      field: nameOf(issued.fieldId) ?? { vi: '', en: '' },
      afterwards: issued.legs.flatMap((id) => nameOf(id) ?? []),
      // Staff have seen the proof, and say which papers are missing.
      priority: null,
      papers: [],
    },
    'vi',
  );
  return (
    <div className="slip" aria-hidden="true" lang="vi">
      {blocks.map((block, place) => (
        <Part key={place} block={block} />
      ))}
    </div>
  );
}

function Part({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case 'rule':
      return <hr />;
    case 'code': {
      const { size, path } = codePath(block.text);
      return (
        <svg viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
          <path d={path} />
        </svg>
      );
    }
    case 'text':
      return (
        <p
          style={{
            fontSize: mm(block.size),
            fontWeight: block.bold ? 800 : 400,
            textAlign: block.align === 'left' ? 'left' : 'center',
          }}
        >
          {block.text}
        </p>
      );
  }
}
