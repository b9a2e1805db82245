import { startInWorker } from './lsp/startWorker.ts';

startInWorker();
