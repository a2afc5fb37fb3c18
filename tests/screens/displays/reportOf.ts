import { reportUseCases } from '../../../server/usecases/reports.ts';
import type { Context } from '../../../server/usecases/ports.ts';
import type { Report } from '../../../shared/contract/requests/report.ts';
import type { BusinessDay } from '../../../shared/domain/ids.ts';
import { pastOffice } from '../../factories/pastOffice.ts';
import { staff } from '../../server/bareOffice.ts';

/** What the server says of days of an invented week, as the manage page gets it. */
export async function reportsOfWeek(): Promise<(from: string, to: string) => Report> {
  const { store } = await pastOffice({ kind: 'week' });
  return (from, to) => {
    const done = reportUseCases['report:read'](
      { ...({ store, now: () => Date.UTC(2026, 10, 22) } as Context), afterCommit: () => undefined },
      { requestId: crypto.randomUUID(), from: from as BusinessDay, to: to as BusinessDay },
      staff(1),
    );
    if (!done.ok) throw new Error(done.error.code);
    return done.value;
  };
}
