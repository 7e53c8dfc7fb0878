import { WebSocket } from 'ws';
import { serverFrameSchema } from '#utils/sync/wire-live.ts';
import type { ClientFrame, ServerFrame } from '#utils/sync/wire-live.ts';
import type { TestDevice } from './test-device.ts';

type FrameOf<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** A live socket that keeps the frames it got until they are asked for. */
export interface TestSocket {
  ws: WebSocket;
  send(frame: ClientFrame): void;
  /** The next frame of a type that was not taken yet; waits for it. */
  next<T extends ServerFrame['type']>(type: T): Promise<FrameOf<T>>;
  /** As `next`, whichever type comes first. */
  nextOf<T extends ServerFrame['type']>(...types: T[]): Promise<FrameOf<T>>;
  /** Frames of a type that were not taken yet. */
  waiting(type: ServerFrame['type']): ServerFrame[];
  /** The close code, once closed. */
  closed: Promise<number>;
}

/** Opens a socket without saying hello. */
export async function openSocket(
  origin: string,
  headers: Record<string, string> = {},
): Promise<TestSocket> {
  const ws = new WebSocket(`${origin.replace('http', 'ws')}/v1/live`, { headers });
  const frames: ServerFrame[] = [];
  const wakers = new Set<() => void>();
  ws.on('message', (raw) => {
    frames.push(serverFrameSchema.parse(JSON.parse(String(raw))));
    for (const wake of wakers) wake();
  });
  const closed = new Promise<number>((resolve) => ws.on('close', resolve));
  await new Promise((resolve, reject) => {
    ws.once('open', resolve);
    ws.once('error', reject);
  });
  async function nextOf<T extends ServerFrame['type']>(...types: T[]): Promise<FrameOf<T>> {
    const isWanted = ({ type }: ServerFrame) => (types as string[]).includes(type);
    for (;;) {
      const index = frames.findIndex(isWanted);
      if (index >= 0) return frames.splice(index, 1)[0] as FrameOf<T>;
      await new Promise<void>((resolve) => {
        wakers.add(resolve);
      });
    }
  }

  return {
    ws,
    closed,
    send: (frame) => ws.send(JSON.stringify(frame)),
    waiting: (type) => frames.filter((frame) => frame.type === type),
    next: (type) => nextOf(type),
    nextOf,
  };
}

/** Opens a socket and joins it; resolves when the server is ready for it. */
export async function goLive(
  device: TestDevice,
): Promise<TestSocket & { ready: FrameOf<'ready'> }> {
  const { next: cursor } = await device.pull();
  const socket = await openSocket(device.origin);
  socket.send({ type: 'hello', token: device.joined.token, cursor });
  return { ...socket, ready: await socket.next('ready') };
}
