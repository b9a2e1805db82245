import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchdog } from '../../client/src/watchdog.ts';

const never = () => new Promise<never>(() => {});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the watchdog', () => {
  it('asks nothing while requests are answered in time', async () => {
    const ping = vi.fn(never);
    const watch = watchdog(ping, () => {});
    const request = watch(new Promise((resolve) => setTimeout(resolve, 2900, 'answer')));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await request).toBe('answer');
    expect(ping).not.toHaveBeenCalled();
  });

  it('leaves a busy server alone', async () => {
    const hung = vi.fn();
    void watchdog(async () => 'alive', hung)(never());
    await vi.advanceTimersByTimeAsync(20_000);
    expect(hung).not.toHaveBeenCalled();
  });

  it('finds a hung one within five seconds, once however many wait', async () => {
    const hung = vi.fn();
    const watch = watchdog(never, hung);
    for (let count = 0; count < 10; count += 1) void watch(never());
    await vi.advanceTimersByTimeAsync(5000);
    expect(hung).toHaveBeenCalledTimes(1);
  });

  it('takes a refusal for an answer, and passes failures on', async () => {
    const hung = vi.fn();
    const watch = watchdog(() => Promise.reject(new Error('closed')), hung);
    const failing = expect(watch(new Promise((_, reject) => setTimeout(reject, 4000, new Error('gone'))))).rejects.toThrow(
      'gone',
    );
    await vi.advanceTimersByTimeAsync(20_000);
    await failing;
    expect(hung).not.toHaveBeenCalled();
  });
});
