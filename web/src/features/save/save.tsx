import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SavedReadingAnswer } from '../../../../server/features/readinglists/readinglists.schemas.ts';
import { errorSentence, post } from '../../api.ts';
import { FormError } from '../../parts/form-error.tsx';
import { Page } from '../../parts/page.tsx';
import { useSubmit } from '../../parts/use-submit.ts';
import styles from './save.module.css';
import { sharedPage } from './shared-page.ts';

const route = getRouteApi('/inside/save');

/**
 * Where the bookmarklet and a phone's share button lead: one click puts the page on one's list. Not without a click, because
 * any page could open this address.
 */
export function SaveScreen() {
  const page = sharedPage(route.useSearch());
  const [saved, setSaved] = useState<SavedReadingAnswer>();
  return (
    <Page title="Save a page">
      {saved ? (
        <Saved saved={saved} url={page.url} />
      ) : (
        <SaveForm url={page.url} title={page.title} onSaved={setSaved} />
      )}
    </Page>
  );
}

function SaveForm({
  url,
  title,
  onSaved,
}: {
  url?: string;
  title?: string;
  onSaved: (saved: SavedReadingAnswer) => void;
}) {
  const client = useQueryClient();
  const { form, isBusy, error, onSubmit } = useSubmit(async (fields) => {
    onSaved(await post<SavedReadingAnswer>('/readinglists', { url: String(fields.get('url')).trim() }));
    await client.invalidateQueries({ queryKey: ['readinglists'] });
  });
  return (
    <form ref={form} className={styles.form} onSubmit={onSubmit}>
      {title && <p className={styles.title}>{title}</p>}
      <TextInput
        label="Address"
        description={url ? undefined : 'Nothing was handed over. Paste the address of the page.'}
        name="url"
        type="url"
        required
        maxLength={4000}
        defaultValue={url}
      />
      <FormError text={error ? errorSentence(error) : undefined} />
      <Group>
        <Button type="submit" loading={isBusy} autoFocus={Boolean(url)}>
          Save to my list
        </Button>
        <Button variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

function Saved({ saved: { blog, blogId }, url }: { saved: SavedReadingAnswer; url?: string }) {
  return (
    <div className={styles.form}>
      <p role="status" className={styles.title}>
        On your list: {blog?.title ?? url}
      </p>
      <p className={styles.lead}>Its text is fetched in the background and will be there when you come to read it.</p>
      <Group>
        <Button renderRoot={(props) => <Link to="/blogs/$id" params={{ id: blogId }} {...props} />}>
          Open it here
        </Button>
        {url && (
          <Button variant="default" component="a" href={url}>
            Back to the page
          </Button>
        )}
      </Group>
    </div>
  );
}
