import { extname, isAbsolute, join, relative, sep } from 'node:path';

/** The folders that `app://kiosk` shows: the built page, and under `/models/` the prepared face models. */
export type Folders = { readonly page: string; readonly models: string };

const modelsPath = '/models/';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
};

/** Not asked from the system: Windows may say that scripts are plain text, and modules then do not run. */
export const contentTypeOf = (file: string): string =>
  contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * The file behind a path of `app://kiosk`.
 *
 * @param path Path of a parsed URL, beginning with a slash, still percent-encoded.
 * @returns the file's absolute path, whether or not it exists; null if the path leads out of its folder or is no path.
 */
export function fileFor(path: string, folders: Folders): string | null {
  const plain = decoded(path);
  if (plain === null || plain.includes('\0')) return null;
  const inModels = plain.startsWith(modelsPath);
  const folder = inModels ? folders.models : folders.page;
  const rest = inModels ? plain.slice(modelsPath.length) : plain;
  const file = join(folder, rest === '/' ? 'index.html' : rest);
  const inside = relative(folder, file);
  const leaves = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  return leaves ? null : file;
}
