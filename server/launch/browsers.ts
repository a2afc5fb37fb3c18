import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Names under which Linux systems install a Chromium, the freest first. */
const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function candidates(platform: NodeJS.Platform, env: Env): readonly string[] {
  if (platform === 'darwin') return macApps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  if (platform === 'win32') {
    const folders = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => windowsPrograms.map((program) => `${folder}\\${program}`));
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return linuxNames.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Finds the machine's own Chromium, Chrome or Edge. `LUOT_CHROMIUM` names another one.
 * @returns its path, or null.
 */
export function installedBrowser(platform: NodeJS.Platform, env: Env): string | null {
  const own = env['LUOT_CHROMIUM'];
  if (own !== undefined && own !== '') return existsSync(own) ? own : null;
  return candidates(platform, env).find((path) => existsSync(path)) ?? null;
}

/**
 * Finds the program of Electron. Its package is there without it until somebody lets npm fetch it; asking the package
 * itself would start that download.
 * @returns its path, or null.
 */
export function installedElectron(platform: NodeJS.Platform, modules: string): string | null {
  const program = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
  const name = platform === 'win32' || platform === 'darwin' ? program[platform] : 'electron';
  const path = join(modules, 'electron/dist', name);
  return existsSync(path) ? path : null;
}
