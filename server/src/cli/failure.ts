/** A user's mistake or something the machine refuses: shown as one line, never as a stack trace. Ends with exit code 2. */
export class Failure extends Error {}

/** Exit codes other programs rely on; `interrupted` is what shells say of Ctrl-C. */
export const exitCode = { fine: 0, findings: 1, failure: 2, interrupted: 130 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
