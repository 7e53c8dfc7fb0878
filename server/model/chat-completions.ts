/**
 * Asks a model by the chat-completions protocol, which OpenAI has made common and most servers of models speak. The
 * key goes into one header of one request and nowhere else: what an endpoint answers, and what `fetch` throws, is
 * turned into names of faults, because either may repeat it.
 */
import { z } from 'zod';
import type { PolishPrompt } from '#utils/polish/to-prompt.ts';
import { drop, readBounded } from './read-bounded.ts';
import { ModelError } from './model-error.ts';
import type { ModelSettings } from './settings.ts';

/** An answer of ours has a few kB; some servers wrap it in as much again. */
const ANSWER_MAX_BYTES = 256_000;

export interface ModelAnswer {
  text: string;
  /** What it cost by the model's own count; null when it did not say. */
  tokens: number | null;
  /** It ended because it was done, not for its length or its content. */
  isWhole: boolean;
}

/** Asks once. Throws `ModelError`. */
export type AskModel = (prompt: PolishPrompt) => Promise<ModelAnswer>;

const answerSchema = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.unknown().optional(),
});
const usageSchema = z.object({ total_tokens: z.number().int().positive().max(1e9) });

export function createChatModel(settings: ModelSettings): AskModel {
  const { url, key, name, timeoutMs } = settings;
  return async ({ system, user, answerTokensMax }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const body = {
      model: name,
      messages: [
        { role: 'system', content: system },
        { role: 'user', content: user },
      ],
      max_tokens: answerTokensMax,
      stream: false,
    };
    let hasBegun = false;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          // A small packed answer may be a huge one.
          'accept-encoding': 'identity',
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(body),
        // Whoever answers so would get the key and the post.
        redirect: 'manual',
        signal,
      });
      hasBegun = true;
      await refuseStatus(response);
      return parseAnswer(await readBounded(response, ANSWER_MAX_BYTES));
    } catch (error) {
      if (error instanceof ModelError) throw error;
      if (signal.aborted) throw new ModelError('timeout');
      throw new ModelError(hasBegun ? 'dropped' : toConnectionFault(error));
    }
  };
}

async function refuseStatus(response: Response): Promise<void> {
  const { status } = response;
  if (status === 200) return;
  await drop(response);
  if (status === 429) throw new ModelError('rateLimited', status);
  if (status >= 300 && status < 400) throw new ModelError('redirected', status);
  if (status >= 400 && status < 500) throw new ModelError('refused', status);
  throw new ModelError('broken', status);
}

/** A connection that was never made has cost nothing; one that broke may have. */
function toConnectionFault(error: unknown): 'unreachable' | 'dropped' {
  const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
  const never = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];
  const isNever = typeof code === 'string' && (never.includes(code) || /CERT|TLS|SSL/.test(code));
  return isNever ? 'unreachable' : 'dropped';
}

function parseAnswer(text: string): ModelAnswer {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ModelError('notJson');
  }
  const parsed = answerSchema.safeParse(json);
  const [choice] = parsed.data?.choices ?? [];
  if (!parsed.success || !choice) throw new ModelError('wrongShape');
  const usage = usageSchema.safeParse(parsed.data.usage);
  const { message, finish_reason: end } = choice;
  return {
    text: message.content ?? '',
    tokens: usage.success ? usage.data.total_tokens : null,
    isWhole: end == null || end === 'stop',
  };
}
