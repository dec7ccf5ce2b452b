import '@mantine/spotlight/styles.layer.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ICON } from '../theme.ts';
import styles from './palette.module.css';
import { usePaletteGroups } from './palette-groups.ts';

const [store, { open, close }] = createSpotlight();

/** What scrolls must be reachable by Tab. The part hands it on to its scroll area, though its type does not say so. */
const BY_KEYBOARD: object = { viewportProps: { tabIndex: 0 } };

interface Props {
  onClose: () => void;
  openKeys: () => void;
}

/** Ctrl-K: pages, blogs, people, teams and actions by a few letters. Fetched when it is opened first. */
export default function Palette({ onClose, openKeys }: Props) {
  const [query, setQuery] = useState('');
  const { groups, isSearching } = usePaletteGroups(query, openKeys);
  useEffect(() => {
    open();
    return close;
  }, []);
  const found = groups.flatMap(({ entries }) => entries.map(({ id }) => id)).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was found anew, its first entry is what Enter takes
  useEffect(selectFirst, [found, query]);
  return (
    <Spotlight.Root
      store={store}
      lockScroll={false}
      classNames={{ content: styles.content, actionsGroup: styles.group }}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      attributes={{ content: { 'aria-label': 'Go to or do anything' } }}
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{}} // like every dialog's, and not blurred as this part would have it
    >
      <Spotlight.Search
        placeholder="A page, a blog, a person, a team, something to do"
        aria-label="Go to or do anything"
        leftSection={<IconSearch {...ICON} />}
      />
      <Spotlight.ActionsList {...BY_KEYBOARD}>
        {groups.map(({ label, entries }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {entries.map(({ id, label: name, fact, icon: Icon, run }) => (
              <Spotlight.Action
                key={id}
                label={name}
                description={fact}
                leftSection={<Icon {...ICON} />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && !isSearching && <Spotlight.Empty>Nothing has this in its name.</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** The part selects nothing until an arrow key is pressed, so that Enter after typing would do nothing. */
function selectFirst(): void {
  const { listId } = store.getState();
  const list = listId ? document.getElementById(listId) : null;
  const first = list?.querySelector('[data-action]');
  if (!first) return;
  for (const other of list?.querySelectorAll('[data-selected]') ?? []) other.removeAttribute('data-selected');
  first.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}
