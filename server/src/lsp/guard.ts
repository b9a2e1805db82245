import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Writes a line into the log of the editor. */
export type Log = (message: string, error: unknown) => void;

/**
 * A handler of a request that never takes the server down: what it throws is a line in the log and an error to whoever asked. An answer
 * nobody waits for any more is not given.
 */
export function answering<Params, Result>(log: Log, what: string, handler: (params: Params) => Result | Promise<Result>) {
  return async (params: Params, token: CancellationToken): Promise<Result> => {
    try {
      const result = await handler(params);
      if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, `${what} was cancelled`);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(`${what} failed`, error);
      throw new ResponseError(ErrorCodes.InternalError, `Phasewise could not answer: ${messageOf(error)}`);
    }
  };
}

/** A handler of a notification that never takes the server down. */
export function listening<Params>(log: Log, what: string, handler: (params: Params) => void) {
  return (params: Params): void => {
    try {
      handler(params);
    } catch (error) {
      log(`${what} failed`, error);
    }
  };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
