import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { Fragment, useState } from 'react';
import type { View } from '../../../shared/contract/views.ts';
import { officerWords } from '../../../shared/i18n/screens/officer.ts';
import { SaidAlert } from '../staff/SaidAlert.tsx';
import { StaffHeader } from '../staff/StaffHeader.tsx';
import type { Staff } from '../staff/StaffScreen.tsx';
import { useRequest } from '../staff/useRequest.ts';
import { isReady } from './assistant/steps.ts';
import { Keeping, Storage } from './keeping/Keeping.tsx';
import { tabGroups } from './tabs.ts';

const tabs = tabGroups.flatMap((group) => group.tabs);
/** Where a manager begins, and where one whose office has not been made ready yet. */
const first = { ready: 'floor', unready: 'assistant' } as const;

/** The tab of the address, so that reloading stays on it. */
const tabOfAddress = (marks: View<'manage'>['assistant']): string =>
  tabs.find(({ id }) => window.location.hash === `#${id}`)?.id ?? first[isReady(marks) ? 'ready' : 'unready'];

/** What a manager sets up: who works here, when and how numbers are given, and which screens belong to the office. */
export function Manage({ view: { data }, cutSince, link, language, onLanguage }: Staff<'manage'>): ReactNode {
  const request = useRequest(link, language);
  const [tab, setTab] = useState(() => tabOfAddress(data.assistant));
  const part = {
    view: data,
    request,
    language,
    disabled: cutSince !== null || request.busy !== null,
    now: link.now,
  };
  const open = (next: string | null): void => {
    if (next === null) return;
    setTab(next);
    request.say(null);
    window.history.replaceState(null, '', `#${next}`);
  };
  return (
    <div className="manage">
      <StaffHeader
        office={data.office}
        name={data.me.name}
        cutSince={cutSince}
        language={language}
        onLanguage={onLanguage}
        onLoggedOut={link.reopen}
        onTrouble={(text) => request.say({ kind: 'trouble', text })}
      />
      <Tabs value={tab} onChange={open} className="manage-tabs" orientation="vertical" keepMounted={false}>
        <Tabs.List className="manage-nav">
          {tabGroups.map((group) => (
            <Fragment key={group.tabs[0]?.id}>
              <span className="manage-group" role="presentation">
                {group.name(language)}
              </span>
              {group.tabs.map(({ id, name }) => (
                <Tabs.Tab key={id} value={id}>
                  {name(language)}
                </Tabs.Tab>
              ))}
            </Fragment>
          ))}
        </Tabs.List>
        <div className="manage-page">
          <Storage {...part} />
          {/* The floor has these among its alerts. */}
          {tab !== 'floor' && <Keeping {...part} />}
          <SaidAlert request={request} closeLabel={officerWords[language].dismiss} />
          {tabs.map(({ id, show, onlyOpen }) => (
            <Tabs.Panel key={id} value={id} className="manage-parts" keepMounted={onlyOpen !== true}>
              {show(part)}
            </Tabs.Panel>
          ))}
        </div>
      </Tabs>
    </div>
  );
}
