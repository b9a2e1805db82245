import { startOnStdio } from './lsp/stdio.ts';

startOnStdio();
