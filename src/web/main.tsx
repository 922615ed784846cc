import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Application } from './app/Application.tsx';
import './theme/index.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root to draw into.');
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
