import { userInfo } from 'node:os';

/** The name of the account on this machine. `web/account.ts` is the same where there is none. */
export function accountName(): string | null {
  try {
    return userInfo().username || null;
  } catch {
    return null;
  }
}
