// Bundled, so that Vietnamese diacritics look the same on every machine and nothing is fetched from outside.
// A browser fetches only the parts whose characters a page shows.
import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/800.css';
