import { fieldSetting } from '../../shared/contract/settings.ts';
import type { CatalogueField } from '../usecases/assistantStore.ts';
import { readCatalogue } from './catalogue.ts';

/** The catalogue's fields as managers choose from them, in its order. */
export const catalogueFields = (): readonly CatalogueField[] =>
  readCatalogue().fields.map(({ code, prefix, icon, colour, procedures, ...field }) => ({
    code,
    setting: fieldSetting.parse({
      prefix,
      name: { vi: field.nameVi, en: field.nameEn },
      description: { vi: field.descriptionVi, en: field.descriptionEn },
      icon,
      colour,
      serviceMs: field.avgServiceMinutes * 60_000,
    }),
    demand: procedures.reduce((sum, { demandWeight }) => sum + demandWeight, 0),
  }));
