import type { ConfigurationPart } from '../../shared/contract/views/keeping.ts';

/** One row of a configuration: columns by name. Other rows are named by what people know them by, never by an id. */
export type ConfigurationRow = Readonly<Record<string, string | number | null>>;
export type ConfigurationTables = Readonly<Record<string, readonly ConfigurationRow[]>>;

/** What of a table's description the list of changes needs. */
type TableFacts = {
  readonly table: string;
  readonly part: ConfigurationPart;
  readonly key: readonly string[];
  readonly label?: string;
};

export type ConfigurationStore = {
  /** The version of the database. */
  readonly schema: () => number;
  readonly tables: readonly TableFacts[];
  readonly read: () => ConfigurationTables;
  /**
   * Makes the configuration so. Fields, counters and accounts that it does not have are left to be taken away before.
   * @returns false if something in it is unknown or not allowed; then the transaction must not be kept.
   */
  readonly write: (tables: ConfigurationTables) => boolean;
};
