import { useCallback, useEffect, useState } from 'react';
import type { RequestOutput } from '../../../../shared/contract/requests.ts';
import type { Part } from '../part.ts';

export type Connections = RequestOutput<'integration:read'>;

/** What the parts of the tab are given. */
export type ConnectionPart = Part & {
  readonly now: () => number;
  readonly data: Connections;
  /** Asks anew; what is said by then stands before the answer is shown. */
  readonly reload: () => Promise<Connections | null>;
};

/** Everything about other systems, asked for when the tab is opened and after each change. */
export function useConnections({ request }: Part): {
  readonly data: Connections | null;
  readonly reload: ConnectionPart['reload'];
} {
  const { send } = request;
  const [data, setData] = useState<Connections | null>(null);
  const reload = useCallback(async () => {
    const read = await send('integration:read', {});
    if (read !== null) setData(read);
    return read;
  }, [send]);
  useEffect(() => void reload(), [reload]);
  return { data, reload };
}
