import type { World } from './world.ts';

/** Turns what a person typed into Slack's message text: escaped, with names, channels and links marked up. */
export function typedText(world: World, typed: string): string {
  return typed.split(/(https?:\/\/[^\s<>]+)/).reduce((text, part, index) => {
    // split() with one group puts the separators, here the links, at the odd places.
    return text + (index % 2 === 1 ? link(part) : markNames(world, escapeText(part)));
  }, '');
}

/** Slack escapes exactly these three characters in everything people type. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function link(url: string): string {
  const trailing = /[.,!?;:)\]}'"]+$/.exec(url)?.[0] ?? '';
  return `<${escapeText(url.slice(0, url.length - trailing.length))}>${trailing}`;
}

function markNames(world: World, text: string): string {
  return text
    .replace(/(^|[^\w@])@([\w][\w.-]*[\w]|\w)/g, (whole, before: string, name: string) => {
      const person = [...world.people.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());
      return person ? `${before}<@${person.id}>` : whole;
    })
    .replace(/(^|[\s(])#([a-z0-9_-]+)/g, (whole, before: string, name: string) => {
      const room = world.rooms.get(world.roomNames.get(name) ?? '');
      return room ? `${before}<#${room.id}|${room.name}>` : whole;
    });
}
