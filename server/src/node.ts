import { startOnArguments } from './lsp/start.ts';

startOnArguments();
