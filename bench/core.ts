/** What the figures about the core are measured with; bundled by `run.mjs`. */
export { rememberingJudge } from '../server/src/core/check/judgements.ts';
export { judgeGateLine } from '../server/src/core/gate/judge.ts';
export { matcherOf, Project } from '../server/src/core/index.ts';
