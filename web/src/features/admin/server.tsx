import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { errorSentence, sentence } from '../../api.ts';
import { ErrorState } from '../../parts/error-state.tsx';
import { RowSkeletons } from '../../parts/row-skeleton.tsx';
import { Section } from '../../parts/section.tsx';
import { statusQuery } from '../sessions/sessions.queries.ts';
import { MigrationTable } from './migration-table.tsx';
import styles from './server.module.css';
import { healthQuery, migrationsQuery } from './server.queries.ts';

/** The facts of the running server, and the steps that its database has taken. */
export function ServerSection() {
  const { version, signup } = useSuspenseQuery(statusQuery).data;
  const health = useQuery(healthQuery);
  const migrations = useQuery(migrationsQuery);
  const problem = health.error ? errorSentence(health.error) : health.data?.problem && sentence(health.data.problem);
  return (
    <>
      <Section title="Health">
        <dl className={styles.facts}>
          <dt>State</dt>
          <dd>
            <span role="status" data-problem={Boolean(problem) || undefined}>
              {problem ?? (health.data ? 'Ready: the database answers and no migration is pending.' : 'Asking …')}
            </span>
          </dd>
          <dt>Version</dt>
          <dd>{version}</dd>
          <dt>Sign-up</dt>
          <dd>{signup === 'open' ? 'Open: anybody can create an account.' : 'Closed: an admin creates accounts.'}</dd>
        </dl>
      </Section>
      <Section title="Migrations" lead="The steps that brought the database to this version, the newest first.">
        {migrations.isPending && <RowSkeletons />}
        {migrations.isError && !migrations.data && <ErrorState error={migrations.error} retry={migrations.refetch} />}
        {migrations.data && <MigrationTable {...migrations.data} />}
      </Section>
    </>
  );
}
