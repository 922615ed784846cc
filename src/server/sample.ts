export { loadSampleProgramme } from '../sample/load.ts';
