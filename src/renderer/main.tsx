import './zod-without-eval.ts';
import '@fontsource-variable/golos-text';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepMirror } from './store/wizard-mirror.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
keepMirror(window.wizard);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
