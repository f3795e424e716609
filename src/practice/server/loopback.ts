import type { IncomingMessage } from 'node:http';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * True for a request that was addressed to this machine by name. A web page elsewhere can point a name of its own
 * at 127.0.0.1 (DNS rebinding), but it cannot change the Host and Origin its visitors' browsers send.
 */
export function isAddressedToUs(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  return isLoopback(`http://${host ?? ''}`) && (origin === undefined || isLoopback(origin));
}

/** True for an http address on this machine. */
export function isLoopback(address: string): boolean {
  return URL.canParse(address) && loopbackNames.has(new URL(address).hostname);
}
