import type { Database, PreparedStatement, Sqlite3Static, WasmPointer } from '@sqlite.org/sqlite-wasm';
import openSqlite from '@sqlite.org/sqlite-wasm';
import type { RecordedDisk } from './disk.ts';

/** Milliseconds from the day from which SQLite counts to 1970. */
const julianToUnixMs = 210_866_760_000_000;

/** Only one disk at a time, since SQLite knows its file systems by their names. */
const diskName = 'recorded';

/** What SQLite does to an open file, done to the recorded disk. Nobody else uses it, so nothing is ever locked. */
function fileMethods(
  { capi, wasm }: Sqlite3Static,
  disk: () => RecordedDisk,
  names: Map<WasmPointer, string>,
) {
  const nameOf = (file: WasmPointer): string => names.get(file) ?? '';
  return {
    xCheckReservedLock: (_file: WasmPointer, out: WasmPointer): number => {
      wasm.poke(out, 0, 'i32');
      return capi.SQLITE_OK;
    },
    xClose: (file: WasmPointer): number => {
      names.delete(file);
      return capi.SQLITE_OK;
    },
    // As on Linux: a write leaves what is around it alone, and nothing more is promised.
    xDeviceCharacteristics: (): number => capi.SQLITE_IOCAP_POWERSAFE_OVERWRITE,
    xFileControl: (): number => capi.SQLITE_NOTFOUND,
    xFileSize: (file: WasmPointer, out: WasmPointer): number => {
      wasm.poke64(out, BigInt(disk().size(nameOf(file))));
      return capi.SQLITE_OK;
    },
    xLock: (): number => capi.SQLITE_OK,
    xUnlock: (): number => capi.SQLITE_OK,
    xRead: (file: WasmPointer, to: WasmPointer, length: number, at: bigint): number => {
      const bytes = disk().read(nameOf(file), Number(at), length);
      const target = wasm.heap8u().subarray(to, to + length);
      target.fill(0);
      target.set(bytes);
      return bytes.length < length ? capi.SQLITE_IOERR_SHORT_READ : capi.SQLITE_OK;
    },
    xSectorSize: (): number => 4096,
    xSync: (file: WasmPointer): number => {
      disk().sync(nameOf(file));
      return capi.SQLITE_OK;
    },
    xTruncate: (file: WasmPointer, size: bigint): number => {
      disk().truncate(nameOf(file), Number(size));
      return capi.SQLITE_OK;
    },
    xWrite: (file: WasmPointer, from: WasmPointer, length: number, at: bigint): number => {
      disk().write(nameOf(file), Number(at), wasm.heap8u().subarray(from, from + length));
      return capi.SQLITE_OK;
    },
  };
}

/** The recorded disk as SQLite's file system. */
function systemMethods(
  { capi, wasm }: Sqlite3Static,
  disk: () => RecordedDisk,
  names: Map<WasmPointer, string>,
  methods: WasmPointer,
) {
  const text = (pointer: WasmPointer): string => wasm.cstrToJs(pointer) ?? '';
  return {
    xAccess: (_vfs: WasmPointer, name: WasmPointer, _how: number, out: WasmPointer): number => {
      wasm.poke(out, disk().has(text(name)) ? 1 : 0, 'i32');
      return capi.SQLITE_OK;
    },
    xCurrentTime: (_vfs: WasmPointer, out: WasmPointer): number => {
      wasm.poke(out, (julianToUnixMs + Date.now()) / 86_400_000, 'double');
      return capi.SQLITE_OK;
    },
    xCurrentTimeInt64: (_vfs: WasmPointer, out: WasmPointer): number => {
      wasm.poke64(out, BigInt(julianToUnixMs + Date.now()));
      return capi.SQLITE_OK;
    },
    xDelete: (_vfs: WasmPointer, name: WasmPointer): number => {
      throw new Error(`${text(name)} is deleted, which this disk cannot lose`);
    },
    xFullPathname: (_vfs: WasmPointer, name: WasmPointer, room: number, out: WasmPointer): number =>
      wasm.cstrncpy(out, name, room) < room ? capi.SQLITE_OK : capi.SQLITE_CANTOPEN,
    xGetLastError: (): number => capi.SQLITE_OK,
    xOpen: (
      _vfs: WasmPointer,
      name: WasmPointer,
      file: WasmPointer,
      flags: number,
      out: WasmPointer,
    ): number => {
      disk().open(text(name));
      names.set(file, text(name));
      const opened = new capi.sqlite3_file(file);
      opened.$pMethods = methods;
      opened.dispose();
      wasm.poke(out, flags, 'i32');
      return capi.SQLITE_OK;
    },
  };
}

/** SQLite on recorded disks: the version that the server uses, built to WebAssembly. */
export type RecordedSqlite = {
  readonly version: string;
  /** Opens a file of a disk. What was opened before is left as a program leaves it that was killed. */
  readonly open: (disk: RecordedDisk, file: string) => Database;
  /** The name of a parameter, counted from 1, with its sign; '' if it has none. */
  readonly parameterName: (statement: PreparedStatement, index: number) => string;
};

export async function recordedSqlite(): Promise<RecordedSqlite> {
  const sqlite = await openSqlite();
  const { capi } = sqlite;
  let present: RecordedDisk | null = null;
  const disk = (): RecordedDisk => {
    if (present === null) throw new Error('no disk is in use');
    return present;
  };
  const names = new Map<WasmPointer, string>();
  const usual = capi.sqlite3_vfs_find(null);
  const { $xRandomness, $xSleep } = new capi.sqlite3_vfs(usual) as unknown as Readonly<
    Record<string, number>
  >;
  const { sizeof } = (capi.sqlite3_file as unknown as { readonly structInfo: { readonly sizeof: number } })
    .structInfo;
  // Without shared memory, which a database that belongs to one server does not need.
  const io = Object.assign(new capi.sqlite3_io_methods(), { $iVersion: 1 });
  const vfs = Object.assign(new capi.sqlite3_vfs(), {
    $iVersion: 2,
    $szOsFile: sizeof,
    $mxPathname: 512,
    $xRandomness,
    $xSleep,
  });
  // The package's types know neither 64-bit offsets nor plain numbers as results.
  const system = { io: { struct: io, methods: fileMethods(sqlite, disk, names) } };
  const files = systemMethods(sqlite, disk, names, io.pointer);
  sqlite.vfs.installVfs({
    ...system,
    vfs: { struct: vfs, name: diskName, methods: files },
  } as unknown as Parameters<typeof sqlite.vfs.installVfs>[0]);
  return {
    version: capi.sqlite3_libversion(),
    parameterName: (statement, index) => capi.sqlite3_bind_parameter_name(statement, index) ?? '',
    open: (next, file) => {
      present = next;
      return new sqlite.oo1.DB({ filename: file, flags: 'c', vfs: diskName });
    },
  };
}
