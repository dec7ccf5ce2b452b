import '@mantine/spotlight/styles.layer.css';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { ICON } from '../theme.ts';
import { usePaletteGroups } from './palette-groups.ts';

interface Props {
  onClose: () => void;
  openKeys: () => void;
}

/** Ctrl-K: pages, blogs, people, teams and actions by a few letters. Fetched when it is opened first. */
export default function Palette({ onClose, openKeys }: Props) {
  const [query, setQuery] = useState('');
  const { groups, isSearching } = usePaletteGroups(query, openKeys);
  useEffect(() => {
    spotlight.open();
    return () => spotlight.close();
  }, []);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.4 }}
    >
      <Spotlight.Search
        placeholder="A page, a blog, a person, a team, something to do"
        aria-label="Go to or do anything"
        leftSection={<IconSearch {...ICON} />}
      />
      <Spotlight.ActionsList>
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
