// `npm start`: install and build when needed, then be the server. Arguments go to the server (`npm start -- --empty`).
import { become } from './prepare.mjs';

await become('server', { say: (line) => console.log(line) });
