// The rooms of the house, and who may import whom. TypeScript is pinned to 6.0.3: under TypeScript 7 this tool sees no
// module at all and says that everything is fine; tests/rooms proves that it really looks.

const shared = '^shared/';
/** Rooms whose code runs in a browser. */
const renderers = '^(kiosk/(renderer|vision)|counter-display)/';

/** `from` may import only what `to` matches, among our own files. */
const only = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: '^(shared|models|server|kiosk|counter-display|tests)/', pathNot: to },
});
/** `from` may import no package and no part of Node but those `allowed`. */
const packages = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'core'], pathNot: allowed },
});
const nodeModule = (...names) => `^node_modules/(${names.join('|')})/`;
const nothing = '^$';

const rooms = [
  only('kernel', 'The kernel stands on nothing.', '^shared/kernel/', '^shared/kernel/'),
  only('domain', 'The domain stands on the kernel.', '^shared/domain/', '^shared/(kernel|domain)/'),
  only(
    'contract',
    'The contract stands on domain and kernel.',
    '^shared/contract/',
    '^shared/(kernel|domain|contract)/',
  ),
  only(
    'i18n',
    'Words may name what the contract names.',
    '^shared/i18n/',
    '^shared/(kernel|domain|contract|i18n)/',
  ),
  only('shared', 'What is shared knows nobody who shares it.', shared, shared),
  only('models', 'Models are data with their own tools.', '^models/', '^(models|shared/(kernel|domain))/'),
  only(
    'server',
    'The server knows no screen, and no browser code of the shared rooms.',
    '^server/',
    '^(server|models|shared/(kernel|domain|contract|i18n))/',
  ),
  only(
    'usecases',
    'Use cases know shared code and the ports they declare.',
    '^server/usecases/',
    '^(server/(usecases|reports)|shared/(kernel|domain|contract|i18n))/',
  ),
  only(
    'reports',
    'Reports count what they are given; of the use cases they know only the records.',
    '^server/reports/',
    '^(server/reports/|server/usecases/(records|reportStore)\\.ts|shared/(kernel|domain|contract)/)',
  ),
  only(
    'views',
    'Views are made from what use cases know.',
    '^server/views/',
    '^(server/(views|usecases)|shared/(kernel|domain|contract|i18n))/',
  ),
  only(
    'db',
    'The database knows the ports, not who uses them.',
    '^server/db/',
    '^(server/(db|usecases|startError\\.ts)|shared/(kernel|domain|contract))',
  ),
  only(
    'gallery',
    'The face index knows the ports.',
    '^server/gallery/',
    '^(server/(gallery|usecases)|shared/(kernel|domain|contract))/',
  ),
  only(
    'speech',
    'Speech knows what is said, not who is called.',
    '^server/speech/',
    '^(server/speech|shared/(contract|i18n))/',
  ),
  only('printing', 'Printers know pictures, not tickets.', '^server/printing/', '^server/printing/'),
  only(
    'push',
    'What tells phones knows who is to be told, and nothing of storage.',
    '^server/push/',
    '^(server/(push|usecases)|shared/(kernel|contract))/',
  ),
  only(
    'webhooks',
    'What tells other systems knows what is to be told, and nothing of storage.',
    '^server/webhooks/',
    '^(server/(webhooks|usecases)|shared/(kernel|contract))/',
  ),
  only(
    'drop',
    'The folder for lists knows who takes them, and nothing of storage.',
    '^server/drop/',
    '^(server/(drop|usecases)|shared/(kernel|contract))/',
  ),
  only(
    'metrics',
    'Metrics read what use cases read.',
    '^server/metrics/',
    '^(server/(metrics|usecases)|shared/(kernel|domain|contract))/',
  ),
  only(
    'transport',
    'The parsers of input know ports, views and shared code.',
    '^server/transport/',
    '^(server/(transport|usecases|views)|shared/(kernel|domain|contract|i18n))/',
  ),
  only(
    'kiosk',
    'The kiosk knows shared code and the models’ description.',
    '^kiosk/',
    '^(kiosk|shared|models)/',
  ),
  only(
    'kiosk-shell',
    'The shell has no business rule and no page in it.',
    '^kiosk/(main|preload)/',
    '^(kiosk/(main|preload)/|kiosk/bridge\\.ts|shared/(kernel|contract)/|shared/domain/watchdog\\.ts)',
  ),
  only(
    'kiosk-page',
    'The page knows nothing of the shell but the bridge.',
    '^kiosk/renderer/',
    '^(kiosk/(renderer|vision)/|kiosk/bridge\\.ts|shared/|models/)',
  ),
  only(
    'vision',
    'The camera worker knows faces, and nothing of visits or the server.',
    '^kiosk/vision/',
    '^(kiosk/vision|models|shared/(kernel|domain))/',
  ),
  only(
    'counter-display',
    'The other screens know shared code.',
    '^counter-display/',
    '^(counter-display|shared)/',
  ),
];

const libraries = [
  packages('kernel-packages', 'Pure.', '^shared/kernel/', nothing),
  packages('domain-packages', 'Pure: no Node, no DOM, no library.', '^shared/domain/', nothing),
  packages('contract-packages', 'The contract is written in zod.', '^shared/contract/', nodeModule('zod')),
  packages('i18n-packages', 'Words need no library.', '^shared/i18n/', nothing),
  packages(
    'usecases-packages',
    'Effects are passed in; only identities and digests are made here, and lists read that people upload.',
    '^server/usecases/',
    `^crypto$|${nodeModule('zod', '@node-rs/argon2', 'csv-parse')}`,
  ),
  packages('views-packages', 'Views are pure.', '^server/views/', nothing),
  {
    name: 'sqlite-only-in-db',
    comment: 'All SQL lives in server/db.',
    severity: 'error',
    from: { path: '^(server|kiosk|counter-display|shared|models)/', pathNot: '^server/db/' },
    to: { path: nodeModule('better-sqlite3') },
  },
  {
    name: 'no-node-in-pages',
    comment: 'Pages run in a browser.',
    severity: 'error',
    from: { path: `${renderers}|^shared/(ui|link)/`, pathNot: 'vite\\.config\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'electron-only-in-shell',
    comment: 'Only the shell knows that there is Electron.',
    severity: 'error',
    from: { path: '^(server|kiosk|counter-display|shared|models)/', pathNot: '^kiosk/(main|preload)/' },
    to: { path: nodeModule('electron') },
  },
];

const order = [
  {
    name: 'no-cycles',
    comment: 'Of two files that need each other, one is in the wrong place.',
    severity: 'error',
    from: {},
    // A type that a parent names and its part uses is no knot.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nobody-imports-tests',
    comment: 'Tests know the code, never the other way round.',
    severity: 'error',
    from: { pathNot: '^tests/' },
    to: { path: '^tests/' },
  },
  {
    name: 'resolvable',
    comment: 'An import that leads nowhere hides whatever it would lead to.',
    severity: 'error',
    from: {},
    // Vite's own: the address of a file, which the build checks.
    to: { couldNotResolve: true, pathNot: '\\?(worker&)?url$' },
  },
  {
    name: 'declared',
    comment: 'A package that package.json does not name is there by accident.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...rooms, ...libraries, ...order],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|tests/results|models/prepared)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
