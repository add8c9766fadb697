import { startBets } from './bets.ts';
import { startCards } from './cards.ts';
import { startIslands } from './islands.ts';
import { startPins } from './pins.ts';
import { startPractice } from './practice.ts';
import { startPrint } from './print.ts';
import { startSearchButton } from './searchButton.ts';
import { startQuantities } from './quantities.ts';
import { startReport } from './report.ts';
import { startResume } from './resume.ts';
import { startSettings } from './settings.ts';

startSettings(new URLSearchParams(location.search));
startIslands();
startBets();
startPractice();
startCards();
startQuantities();
startResume();
startPins(document.body, () => import('./tray.tsx'));
startPrint();
startSearchButton();
startReport();

// What only a few pages have, only these load.
if (document.querySelector('[data-filter]')) void import('./filter.ts').then(({ startFilter }) => startFilter());
if (document.querySelector('[data-answers]')) void import('./answers.ts').then(({ startAnswers }) => startAnswers());
if (document.querySelector('[data-record]')) void import('./record.ts').then(({ startRecord }) => startRecord());
if (document.querySelector('[data-calculator]'))
  void import('./calculator.tsx').then(({ startCalculator }) => startCalculator());
if (document.querySelector('[data-try]')) void import('./tries.ts').then(({ startTries }) => startTries());
if (document.querySelector('[data-predict]'))
  void import('./predict.ts').then(({ startPredictions }) => startPredictions());
