const blogColumns = `
  b.title, b.author, b.url, b.likes, b.year, b.created_at AS "createdAt", b.updated_at AS "updatedAt",
  EXISTS (SELECT FROM likes l WHERE l.user_id = $1 AND l.blog_id = b.id) AS liked, u.id AS "userId", u.username, u.name AS "userName",
  a.state, a.reason, a.site_name AS "siteName", a.excerpt, a.language, a.lead_image AS "leadImage", a.word_count AS "wordCount",
  a.reading_minutes AS "readingMinutes", a.published_at AS "publishedAt"`;

const besideBlogs = 'JOIN users u ON u.id = b.user_id LEFT JOIN articles a ON a.blog_id = b.id';

const blogTables = `blogs b ${besideBlogs}`;

const selectBlog = `SELECT b.id, ${blogColumns} FROM ${blogTables}`;

const mine = '(SELECT team_id FROM memberships WHERE user_id = $1)';

const readingColumns =
  'id, user_id AS "userId", blog_id AS "blogId", read, read_at AS "readAt", progress, starred_at IS NOT NULL AS starred, tags, created_at AS "createdAt"';

/** The statements of the floor by the names that they are prepared under. */
export const STATEMENTS = {
  session: `
  SELECT s.id, s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", u.id AS "userId", u.username, u.name, u.admin, u.disabled
  FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = $1`,

  touch: 'UPDATE sessions SET last_seen_at = now(), updated_at = now() WHERE id = $1',

  readings: `
  SELECT r.id, r.blog_id AS "blogId", r.read, r.read_at AS "readAt", r.progress, r.starred_at IS NOT NULL AS starred, r.tags,
         r.created_at AS "listedAt", ${blogColumns},
         (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY lower(t.name)), '[]')
          FROM teams t JOIN team_readings x ON x.team_id = t.id WHERE x.blog_id = b.id AND t.id IN ${mine}) AS teams
  FROM readinglists r JOIN blogs b ON b.id = r.blog_id ${besideBlogs}
  WHERE r.user_id = $1 ORDER BY r.id DESC LIMIT $2`,

  readingCounts: `
  SELECT count(*) FILTER (WHERE NOT read)::int AS unread, count(*) FILTER (WHERE read)::int AS read
  FROM readinglists WHERE user_id = $1`,

  user: `
  SELECT id, username, name, admin, disabled, (SELECT count(*)::int FROM notes n WHERE n.user_id = u.id) AS "noteCount"
  FROM users u WHERE id = $1`,

  userReadings: `
  SELECT b.id, b.title, b.author, b.url, b.likes, b.year, r.id AS "readingId", r.read
  FROM readinglists r JOIN blogs b ON b.id = r.blog_id WHERE r.user_id = $1 ORDER BY r.id`,

  userNotes: `
  SELECT n.id, n.content, n.important, n.date, NULL AS writer
  FROM notes n WHERE n.user_id = $1 AND (n.user_id = $2 OR n.shared)
  UNION ALL
  SELECT n.id, n.content, n.important, n.date, u.name
  FROM user_notes m JOIN notes n ON n.id = m.note_id JOIN users u ON u.id = n.user_id
  WHERE m.user_id = $1 AND (n.shared OR (n.user_id = $1 AND n.user_id = $2))
  ORDER BY id`,

  blog: `
  SELECT b.id, ${blogColumns}, o.id AS "otherId", o.title AS "otherTitle"
  FROM ${blogTables} LEFT JOIN LATERAL (SELECT id, title FROM blogs WHERE address_key = a.page_key AND id <> b.id ORDER BY id LIMIT 1) o ON true
  WHERE b.id = $2`,
  blogs: `${selectBlog} ORDER BY b.likes DESC, b.id DESC LIMIT $2`,
  blogsBehind: `${selectBlog} WHERE (b.likes, b.id) < ($3::int, $4::int) ORDER BY b.likes DESC, b.id DESC LIMIT $2`,
  search: `${selectBlog} WHERE b.title ILIKE $3 OR b.author ILIKE $3 ORDER BY b.likes DESC, b.id DESC LIMIT $2`,

  authors: `
  SELECT id, author, blogs, least(likes, 2147483647)::int AS likes
  FROM authors ORDER BY least(likes, 2147483647) DESC, id DESC LIMIT $1`,

  notes: `
  SELECT n.id, n.content, n.important, n.shared, n.date, n.blog_id AS "blogId", n.quote, n.prefix, n.suffix, n.parent_id AS "parentId",
         n.deleted_at IS NOT NULL AS deleted, n.team_id AS "teamId", t.name AS "teamName", u.id AS "noteUserId", u.name AS "userName",
         EXISTS (SELECT FROM user_notes m WHERE m.user_id = $1 AND m.note_id = n.id) AS marked,
         (SELECT count(*)::int FROM notes r WHERE r.parent_id = n.id AND (r.user_id = $1 OR r.shared OR r.team_id IN ${mine})) AS "replyCount",
         (SELECT coalesce(json_agg(json_build_object('kind', kind, 'count', count, 'own', own) ORDER BY kind), '[]')
          FROM (SELECT kind, count(*), bool_or(user_id = $1) AS own FROM note_reactions WHERE note_id = n.id GROUP BY kind) k) AS reactions,
         (SELECT coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'written', nm.written) ORDER BY nm.id), '[]')
          FROM note_mentions nm JOIN users w ON w.id = nm.user_id WHERE nm.note_id = n.id) AS mentions
  FROM notes n JOIN users u ON u.id = n.user_id LEFT JOIN teams t ON t.id = n.team_id
  WHERE n.parent_id IS NULL AND (n.user_id = $1 OR n.shared OR n.team_id IN ${mine}) ORDER BY n.id DESC LIMIT $2`,

  team: `
  SELECT t.id, t.name, (SELECT count(*)::int FROM memberships m WHERE m.team_id = t.id) AS "memberCount",
         (SELECT m.role FROM memberships m WHERE m.team_id = t.id AND m.user_id = $2) AS role
  FROM teams t WHERE t.id = $1`,

  members: `
  SELECT u.id, u.name, m.role, m.hides_progress AS "hidesProgress" FROM memberships m JOIN users u ON u.id = m.user_id
  WHERE m.team_id = $1 ORDER BY m.role DESC, lower(u.name), u.id`,

  mark: `
  UPDATE readinglists SET read = $3, read_at = CASE WHEN $3 THEN coalesce(read_at, now()) END, updated_at = now()
  WHERE id = $1 AND user_id = $2 RETURNING ${readingColumns}`,

  add: `
  INSERT INTO readinglists (user_id, blog_id, created_at, updated_at) VALUES ($1, $2, now(), now()) RETURNING ${readingColumns}`,

  account:
    'SELECT id, username, name, password_hash AS "passwordHash" FROM users WHERE lower(username) = lower($1) AND NOT disabled',

  login: `
  INSERT INTO sessions (user_id, token_hash, kind, ip, user_agent, last_seen_at, expires_at, created_at, updated_at)
  VALUES ($1, $2, 'login', $3, $4, now(), now() + interval '30 days', now(), now()) RETURNING id`,
} as const;
