import { createRoot } from 'react-dom/client';
import '../../shared/ui/fonts.ts';
import '../../shared/ui/tokens.css';
import './kiosk.css';
import { App } from './App.tsx';
// After the sheets of the screens, which they change.
import './help/low.css';
import './help/large.css';
import './help/largeLandscape.css';
import './help/largeLow.css';
import './help/contrast.css';

const root = document.getElementById('root');
if (root === null) throw new Error('no #root in index.html');
// A finger that rests too long is not asking for a menu.
window.addEventListener('contextmenu', (event) => event.preventDefault());
createRoot(root).render(<App />);
