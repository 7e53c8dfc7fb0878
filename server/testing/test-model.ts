/** A local server that speaks the chat-completions protocol, and speaks it as badly as it is told to. */
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { ModelSettings } from '../model/settings.ts';

export interface AskedModel {
  path: string;
  headers: IncomingHttpHeaders;
  /** The body as it came. */
  body: string;
}

export interface TestModel {
  settings: ModelSettings;
  /** What was asked, in order. */
  asked: AskedModel[];
  /** How the next questions are answered. */
  answer: (response: ServerResponse, asked: AskedModel) => void;
}

export const MODEL_KEY = 'key-canary-4711';

/** What a model answers with. */
export function aCompletion(content: string | null, over: object = {}): string {
  return JSON.stringify({
    id: 'chat-1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 200, completion_tokens: 50, total_tokens: 250 },
    ...over,
  });
}

/** Answers with this text, and 250 tokens. */
export const saying = (content: string | null, over?: object) => (response: ServerResponse) =>
  void response.setHeader('content-type', 'application/json').end(aCompletion(content, over));

/** Starts one; it ends with the test, or when `onEnd` says so. */
export async function startTestModel(
  over: Partial<ModelSettings> = {},
  onEnd: (stop: () => Promise<void>) => unknown = onTestFinished,
): Promise<TestModel> {
  const model: TestModel = {
    settings: {
      url: '',
      key: MODEL_KEY,
      name: 'tiny',
      tokensADay: 10_000,
      timeoutMs: 5_000,
      ...over,
    },
    asked: [],
    answer: saying('Hello.'),
  };
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const asked = { path: request.url ?? '', headers: request.headers, body };
      model.asked.push(asked);
      model.answer(response, asked);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  model.settings.url = `http://127.0.0.1:${port}/v1/chat/completions`;
  return model;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
