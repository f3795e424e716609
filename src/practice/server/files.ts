import type { StoredFile } from './message.ts';
import type { World } from './world.ts';

/** Keeps a file a person attached. */
export function storeFile(
  world: World,
  given: { name: string; mimetype: string; contentBase64: string; user: string },
): StoredFile {
  const content = Buffer.from(given.contentBase64, 'base64');
  const file = newFile(world, { ...given, content });
  file.shared = true;
  return file;
}

/** Makes room for a file; an upload of the desk fills it later. */
export function newFile(
  world: World,
  given: { name: string; mimetype: string; content: Buffer; user: string },
): StoredFile {
  const file: StoredFile = {
    id: world.ids.next('F'),
    name: given.name,
    title: given.name,
    mimetype: given.mimetype,
    content: given.content,
    user: given.user,
    createdAt: world.clock.now(),
    shared: false,
  };
  world.files.set(file.id, file);
  return file;
}
