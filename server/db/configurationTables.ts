import type { ConfigurationPart } from '../../shared/contract/views/keeping.ts';

/** A column that holds the id of a row elsewhere, or a JSON list of such ids: in the file stands what people know it by. */
type Reference = { readonly table: 'field' | 'counter' | 'officer'; readonly by: string };

/** How one table of the database stands in a configuration file. Every column does, but those named here and bytes. */
export type ConfigurationTable = {
  readonly table: string;
  readonly part: ConfigurationPart;
  /** The columns by which a row of one office is the same as a row of another; none: there is one row. */
  readonly key: readonly string[];
  /** What of it is no configuration: ids, what is so for the moment, and who people are. */
  readonly without?: readonly string[];
  readonly references?: Readonly<Record<string, Reference>>;
  readonly lists?: Readonly<Record<string, Reference>>;
  /** Which rows are configuration; by default all that were not removed. */
  readonly where?: string;
  /** Other rows name its rows, so they are changed in place and taken away only on purpose, not replaced. */
  readonly lasting?: true;
  /** Of a lasting table whose rows go with the file: which of them nothing names, so that they can be deleted. */
  readonly leaves?: string;
  /** What a row of the file is called in the list of changes; by default its key. */
  readonly label?: string;
};

const field: Reference = { table: 'field', by: 'code' };
const counter: Reference = { table: 'counter', by: 'number' };
const officer: Reference = { table: 'officer', by: 'login' };

/** All of the configuration, each table after those that it refers to. */
export const configurationTables: readonly ConfigurationTable[] = [
  // Whether kiosks are locked just now is not set up.
  {
    table: 'office',
    part: 'office',
    key: [],
    without: ['id', 'lock_vi', 'lock_en'],
    lasting: true,
    label: 'name_vi',
  },
  { table: 'opening', part: 'hours', key: ['weekday', 'from_minute'] },
  { table: 'special_day', part: 'hours', key: ['day'], label: 'name_vi' },
  {
    table: 'priority_class',
    part: 'priorities',
    key: ['code'],
    lasting: true,
    leaves: 'TRUE',
    label: 'name_vi',
  },
  { table: 'field', part: 'fields', key: ['code'], without: ['id'], lasting: true, label: 'name_vi' },
  {
    table: 'procedure',
    part: 'procedures',
    key: ['key'],
    // How often it was edited.
    without: ['revision'],
    references: { field_id: field },
    where: 'field_id IN (SELECT id FROM field WHERE removed_at IS NULL)',
    lasting: true,
    leaves: 'key NOT IN (SELECT procedure_key FROM dossier)',
    label: 'name_vi',
  },
  { table: 'counter', part: 'counters', key: ['number'], without: ['id'], lasting: true, label: 'name_vi' },
  {
    table: 'counter_field',
    part: 'counters',
    key: ['counter_id', 'field_id'],
    references: { counter_id: counter, field_id: field },
  },
  // Accounts without anybody's name or password.
  {
    table: 'officer',
    part: 'accounts',
    key: ['login'],
    without: ['id', 'name', 'password_hash'],
    lasting: true,
  },
  {
    table: 'officer_field',
    part: 'accounts',
    key: ['officer_id', 'field_id'],
    references: { officer_id: officer, field_id: field },
  },
  // Of the server's own machine, which stands for every wall without a setting of its own: other screens are paired anew.
  {
    table: 'wall_setting',
    part: 'walls',
    key: ['device_id'],
    lists: { field_ids: field, counter_ids: counter },
    where: 'device_id = 0',
  },
  { table: 'printer', part: 'printers', key: ['device_id'], where: 'device_id = 0', label: 'address' },
  { table: 'office_text', part: 'texts', key: ['key'], label: 'vi' },
  { table: 'rating_reason', part: 'ratings', key: ['code'], label: 'name_vi' },
  {
    table: 'consent_text',
    part: 'consent',
    key: ['version'],
    without: ['made_at'],
    where: 'current = 1',
    lasting: true,
  },
  { table: 'dossier_setting', part: 'dossiers', key: [], without: ['id'], lasting: true },
  { table: 'letter_template', part: 'letters', key: ['kind'], label: 'title' },
];

/** Everything else: what happened, who people are, keys, and what belongs to one machine. */
export const notConfiguration: readonly string[] = [
  'announcement',
  'api_key',
  'appointment',
  'assistant_step',
  'audit',
  'audit_anchor',
  'breach',
  'consent',
  'data_request',
  'delivery',
  'desk',
  'device',
  'device_wish',
  'dossier',
  'dossier_number',
  'dossier_step',
  'drop_file',
  'duplicate',
  'erased',
  'given_before',
  // Connections are made anew: they are addresses and secrets of one office.
  'integration',
  'invitation',
  'letter',
  'note',
  'period',
  'push_key',
  'push_subscription',
  'rating',
  'recognition',
  'request',
  'reserve',
  'reserve_kept',
  'service',
  'session',
  'template',
  'ticket',
  'visit',
  'visitor',
  'webhook',
  'webhook_event',
];
