import { catalogueWords } from '../../../shared/i18n/screens/manageCatalogue.ts';
import { priorityWords } from '../../../shared/i18n/screens/managePriority.ts';
import { manageTextWords } from '../../../shared/i18n/screens/manageTexts.ts';
import { Catalogue } from './catalogue/Catalogue.tsx';
import { Priority } from './priority/Priority.tsx';
import type { Tab } from './tab.ts';
import { Consent } from './texts/Consent.tsx';
import { Texts } from './texts/Texts.tsx';

/** What the office says in its own words. */
export const textTabs: readonly Tab[] = [
  {
    id: 'procedures',
    name: (language) => catalogueWords[language].tab,
    show: (part) => <Catalogue {...part} />,
    onlyOpen: true,
  },
  {
    id: 'priority',
    name: (language) => priorityWords[language].tab,
    show: (part) => <Priority {...part} />,
  },
  {
    id: 'texts',
    name: (language) => manageTextWords[language].tabTexts,
    show: (part) => <Texts {...part} />,
    // Paper is drawn for whoever looks at it.
    onlyOpen: true,
  },
  {
    id: 'consent',
    name: (language) => manageTextWords[language].tabConsent,
    show: (part) => <Consent {...part} />,
    onlyOpen: true,
  },
];
