// Which key does what. The one list of them is postwright/ui/shortcuts/shortcuts.json, which the help sheet shows.
import places from "../../postwright/ui/shortcuts/shortcuts.json" with { type: "json" };

const all = places.flatMap(({ shortcuts }) => shortcuts);
const keysOf = (id) => all.find((shortcut) => shortcut.id === id).keys;

/** Return CodeMirror's bindings for a place; `commands` are by the id of the shortcut, one for each in the list. */
export function bindings(place, commands) {
  const { shortcuts } = places.find((each) => each.place === place);
  const [listed, made] = [shortcuts.map(({ id }) => id), Object.keys(commands)];
  if ([...listed].sort().join() !== [...made].sort().join()) throw new Error(`shortcuts listed for ${place}: ${listed}; commands: ${made}`);
  return shortcuts.flatMap(({ id, keys }) => keys.map((key) => ({ key, run: commands[id] })));
}

/** Return whether a key that needs no other key beside it was pressed for the shortcut of this id. */
export const pressed = (event, id) => keysOf(id).includes(event.key);

/** Return the keys of a shortcut as they are said. */
export const said = (id) => keysOf(id)[0].replaceAll("-", " ");
