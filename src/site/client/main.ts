import { startAnswers } from './answers.ts';
import { startBets } from './bets.ts';
import { startCards } from './cards.ts';
import { startIslands } from './islands.ts';
import { startPractice } from './practice.ts';
import { startPredictions } from './predict.ts';
import { startQuantities } from './quantities.ts';
import { startResume } from './resume.ts';
import { startSettings } from './settings.ts';

startSettings(new URLSearchParams(location.search));
startIslands();
startBets();
startPredictions();
startPractice();
startCards();
startQuantities();
startResume();
startAnswers();
