/** What a live channel costs at the least: a bare WebSocket server that passes every frame on to everybody. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket) =>
  socket.on('message', (frame) => {
    for (const client of server.clients) client.send(frame, { binary: false });
  }),
);
server.on('listening', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}`, ownerLink: null })}\n`);
});
