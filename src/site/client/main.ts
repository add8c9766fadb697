import { startIslands } from './islands.ts';
import { startSettings } from './settings.ts';

startSettings(new URLSearchParams(location.search));
startIslands();
