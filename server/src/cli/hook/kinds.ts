/** What may be answered to a tool call. */
export type Decision = 'allow' | 'deny' | 'ask';

/** What an agent sends to its hooks: one JSON object. */
export type HookInput = Readonly<Record<string, unknown>>;

/** How the hooks of one kind of agent are asked and answered. */
export interface HookKind {
  readonly name: string;
  /** Whether an input comes from such an agent, before a tool is used. */
  isAsking(input: HookInput, event: unknown): boolean;
  /** The decisions it understands; others are not told. */
  readonly understands: readonly Decision[];
  answer(decision: Decision, reason: string): unknown;
}

/**
 * The kinds of hooks, by the form of what they send; the first row that fits holds.
 *
 * - Claude Code: https://code.claude.com/docs/en/hooks. Hooks of VS Code and, under this event name, of GitHub Copilot are alike:
 *   https://code.visualstudio.com/docs/agents/reference/hooks-reference
 * - Codex: https://developers.openai.com/codex/hooks. The same form with a `turn_id`; anything but a refusal counts as a fault of the hook.
 * - Cursor: https://cursor.com/docs/hooks
 * - Gemini CLI: https://geminicli.com/docs/hooks/reference
 * - GitHub Copilot: https://docs.github.com/en/copilot/reference/copilot-cli-reference/cli-hooks-reference. It names no event.
 */
export const hookKinds: readonly HookKind[] = [
  {
    name: 'Codex',
    isAsking: (input, event) => event === 'PreToolUse' && typeof input.turn_id === 'string',
    understands: ['deny'],
    answer: hookSpecific,
  },
  {
    name: 'Claude Code',
    isAsking: (_, event) => event === 'PreToolUse',
    understands: ['allow', 'deny', 'ask'],
    answer: hookSpecific,
  },
  {
    name: 'Cursor',
    isAsking: (_, event) => event === 'preToolUse',
    understands: ['allow', 'deny', 'ask'],
    answer: (permission, reason) => ({ permission, user_message: reason, agent_message: reason }),
  },
  {
    name: 'Gemini CLI',
    isAsking: (_, event) => event === 'BeforeTool',
    understands: ['allow', 'deny'],
    answer: (decision, reason) => ({ decision, reason }),
  },
  {
    name: 'GitHub Copilot',
    isAsking: (input, event) => event === undefined && typeof input.toolName === 'string' && input.toolResult === undefined,
    understands: ['allow', 'deny', 'ask'],
    answer: (permissionDecision, permissionDecisionReason) => ({ permissionDecision, permissionDecisionReason }),
  },
];

function hookSpecific(permissionDecision: Decision, permissionDecisionReason: string) {
  return { hookSpecificOutput: { hookEventName: 'PreToolUse', permissionDecision, permissionDecisionReason } };
}
