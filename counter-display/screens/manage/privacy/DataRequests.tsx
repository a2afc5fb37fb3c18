import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DataRequestView } from '../../../../shared/contract/views/privacy.ts';
import { managePrivacyWords } from '../../../../shared/i18n/screens/managePrivacy.ts';
import { AddRequest } from './AddRequest.tsx';
import { CarryOut } from './CarryOut.tsx';
import { DataSheet } from './DataSheet.tsx';
import type { Timed } from './Privacy.tsx';
import { RefuseRequest } from './RefuseRequest.tsx';
import { RequestRow } from './RequestRow.tsx';

export type Doing = 'sheet' | 'carryOut' | 'refuse';

/** What people have asked about their data: the most urgent first, then what is closed. */
export function DataRequests(part: Timed): ReactNode {
  const { view, language, disabled } = part;
  const words = managePrivacyWords[language];
  const [isAdding, setAdding] = useState(false);
  const [doing, setDoing] = useState<{ readonly what: Doing; readonly request: DataRequestView } | null>(
    null,
  );
  const open = view.privacy.requests.filter(({ closedAt }) => closedAt === null);
  const closed = view.privacy.requests.filter(({ closedAt }) => closedAt !== null);
  const rows = (requests: readonly DataRequestView[]): ReactNode => (
    <ul className="privacy-list">
      {requests.map((request) => (
        <RequestRow
          key={request.id}
          {...part}
          dataRequest={request}
          onDo={(what) => setDoing({ what, request })}
        />
      ))}
    </ul>
  );
  const close = (): void => setDoing(null);
  return (
    <section>
      <div className="manage-title">
        <h2>{words.requests}</h2>
        <Button disabled={disabled} onClick={() => setAdding(true)}>
          {words.addRequest}
        </Button>
      </div>
      <p className="manage-soft">{words.requestsHelp}</p>
      {open.length === 0 ? <p>{words.noRequests}</p> : rows(open)}
      {closed.length > 0 && (
        <details className="privacy-closed">
          <summary>
            {words.closedRequests} ({closed.length})
          </summary>
          {rows(closed)}
        </details>
      )}
      {isAdding && <AddRequest {...part} onClose={() => setAdding(false)} />}
      {doing?.what === 'sheet' && <DataSheet {...part} dataRequest={doing.request} onClose={close} />}
      {doing?.what === 'carryOut' && <CarryOut {...part} dataRequest={doing.request} onClose={close} />}
      {doing?.what === 'refuse' && <RefuseRequest {...part} dataRequest={doing.request} onClose={close} />}
    </section>
  );
}
