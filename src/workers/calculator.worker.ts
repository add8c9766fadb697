import { reportOn } from '#calculator/report.ts';
import { serveWork, type WorkScope } from './work.ts';

serveWork(self as unknown as WorkScope, reportOn);
