import type { IncomingMessage } from 'node:http';

/** A request said more than we read. */
export class TooLarge extends Error {}

/** The whole body of a request; refuses one larger than `limitBytes`. */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > limitBytes) throw new TooLarge('request body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Fields of a multipart body; a file part comes as its bytes. */
export async function readMultipart(
  body: Buffer,
  contentType: string,
): Promise<Record<string, string | Buffer>> {
  // Node's own fetch classes read multipart, so no parser is needed here.
  const headers = { 'content-type': contentType };
  const form = await new Response(new Uint8Array(body), { headers }).formData();
  const fields: Record<string, string | Buffer> = {};
  for (const [name, value] of form.entries()) {
    fields[name] = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer());
  }
  return fields;
}
