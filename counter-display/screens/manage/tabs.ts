import type { Language } from '../../../shared/contract/schemas.ts';
import { manageSetUpWords } from '../../../shared/i18n/screens/manageSetUp.ts';
import { dailyTabs } from './dailyTabs.tsx';
import { setUpTabs } from './setUpTabs.tsx';

/** The page's tabs, in groups. */
export const tabGroups = [
  { name: (language: Language) => manageSetUpWords[language].groupDaily, tabs: dailyTabs },
  { name: (language: Language) => manageSetUpWords[language].groupSetUp, tabs: setUpTabs },
] as const;
