import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Report } from '../../../../shared/contract/requests/report.ts';
import { businessDayOf } from '../../../../shared/domain/calendar.ts';
import { fill } from '../../../../shared/i18n/language.ts';
import { reportWords } from '../../../../shared/i18n/screens/reports.ts';
import { writeDay } from '../../../../shared/i18n/time.ts';
import type { Part } from '../part.ts';
import { download } from '../download.ts';
import { xlsxOf } from './files.ts';
import { PeriodForm } from './PeriodForm.tsx';
import type { Range } from './ranges.ts';
import { rangeOf } from './ranges.ts';
import { Procedures, Recognition, Satisfaction } from './Outcomes.tsx';
import { DossierGroups, DossierReport, DossierTrend } from './DossierReport.tsx';
import { dossiersIn } from './dossierTables.ts';
import { Groups, Hours, Overview, Trend, Waits } from './Sections.tsx';
import { allTables } from './tables.ts';

/** The office in figures: any days, pictures first, everything as a table, to print and to take along. */
export function Reports({
  view,
  request,
  language,
  disabled,
  now,
}: Part & { readonly now: () => number }): ReactNode {
  const words = reportWords[language];
  const today = businessDayOf(now(), view.office.timeZone);
  const [range, setRange] = useState<Range>(() => rangeOf('month', today));
  const [report, setReport] = useState<Report | null>(null);
  const { send } = request;
  useEffect(() => {
    let isOver = false;
    void send('report:read', range).then((read) => {
      if (!isOver && read !== null) setReport(read);
    });
    return () => {
      isOver = true;
    };
  }, [send, range]);

  const file = report === null ? '' : `bao-cao-${report.from}-${report.to}`;
  const said = report === null ? null : { report, language, file };
  const days = report === null ? null : { from: writeDay(report.from), to: writeDay(report.to) };
  // Some may be concluded on days on which nobody came.
  const hasDossiers = said !== null && dossiersIn(said.report) > 0;
  const saveExcel = async (): Promise<void> => {
    if (said !== null) download(await xlsxOf(allTables(said)), `${file}.xlsx`);
  };
  return (
    <>
      <section className="report-period">
        <PeriodForm today={today} range={range} language={language} disabled={disabled} onRange={setRange} />
        <Group>
          <Button variant="default" disabled={said === null} onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button variant="default" disabled={said === null} onClick={() => void saveExcel()}>
            {words.excel}
          </Button>
        </Group>
      </section>
      {said === null || days === null ? (
        <section role="status">{request.busy === null ? words.nothing : words.loading}</section>
      ) : (
        <div className="report" aria-busy={request.busy === 'report:read'}>
          <header className="report-head">
            <p className="report-office">{view.office.name[language]}</p>
            <h2>{fill(days.from === days.to ? words.headingDay : words.heading, days)}</h2>
            <p className="manage-soft">
              {fill(words.comparedWith, {
                from: writeDay(said.report.before.from),
                to: writeDay(said.report.before.to),
              })}
            </p>
          </header>
          {said.report.figures.issued === 0 && <section role="status">{words.nothing}</section>}
          {said.report.figures.issued > 0 && (
            <>
              <Overview {...said} />
              <Trend {...said} />
              <div className="manage-columns">
                <Hours {...said} />
                <Waits {...said} />
              </div>
              <Groups {...said} />
              <div className="manage-columns">
                <div className="report">
                  <Procedures {...said} />
                  <Recognition {...said} />
                </div>
                <Satisfaction {...said} />
              </div>
            </>
          )}
          <DossierReport {...said} />
          {hasDossiers && (
            <>
              <DossierTrend {...said} />
              <DossierGroups {...said} />
            </>
          )}
        </div>
      )}
    </>
  );
}
