import type { DemoUser } from './people.ts';

export interface DemoBlog {
  /** Who collected it. */
  by: DemoUser;
  /** How many of the users like it. */
  likes: number;
  year: number;
  author: string;
  title: string;
  url: string;
}

/** Public posts by their authors, at their own addresses, in the order in which the users found them. */
export const BLOGS: DemoBlog[] = `
aino | 6 | 2000 | Joel Spolsky | The Joel Test: 12 Steps to Better Code | https://www.joelonsoftware.com/2000/08/09/the-joel-test-12-steps-to-better-code/
aino | 4 | 1998 | Tim Berners-Lee | Cool URIs don’t change | https://www.w3.org/Provider/Style/URI
tomas | 2 | 2019 | Dan Abramov | A Complete Guide to useEffect | https://overreacted.io/a-complete-guide-to-useeffect/
tomas | 0 | 2019 | Dan Abramov | On let vs const | https://overreacted.io/on-let-vs-const/
priya | 1 | 2021 | Laurenz Albe | Gaps in sequences in PostgreSQL | https://www.cybertec-postgresql.com/en/gaps-in-sequences-postgresql/
jonas | 5 | 2016 | Sandi Metz | The Wrong Abstraction | https://sandimetz.com/blog/2016/1/20/the-wrong-abstraction
mei | 3 | 2019 | Alexis King | Parse, don’t validate | https://lexi-lambda.github.io/blog/2019/11/05/parse-don-t-validate/
amara | 4 | 2019 | Julia Evans | Get your work recognized: write a brag document | https://jvns.ca/blog/brag-documents/
priya | 4 | 2016 | Martin Kleppmann | How to do distributed locking | https://martin.kleppmann.com/2016/02/08/how-to-do-distributed-locking.html
priya | 2 | 2016 | Salvatore Sanfilippo | Is Redlock safe? | http://antirez.com/news/101
oskar | 3 | 2002 | Joel Spolsky | The Law of Leaky Abstractions | https://www.joelonsoftware.com/2002/11/11/the-law-of-leaky-abstractions/
leila | 2 | 1997 | Jakob Nielsen | How Users Read on the Web | https://www.nngroup.com/articles/how-users-read-on-the-web/
leila | 3 | 2010 | Ethan Marcotte | Responsive Web Design | https://alistapart.com/article/responsive-web-design/
leila | 1 | 2000 | John Allsopp | A Dao of Web Design | https://alistapart.com/article/dao/
jonas | 5 | 2015 | Dan McKinley | Choose Boring Technology | https://mcfunley.com/choose-boring-technology
aino | 3 | 2009 | Paul Graham | Maker’s Schedule, Manager’s Schedule | https://paulgraham.com/makersschedule.html
mei | 2 | 2015 | Bob Nystrom | What Color is Your Function? | https://journal.stuffwithstuff.com/2015/02/01/what-color-is-your-function/
tomas | 3 | 2020 | Dan Abramov | Goodbye, Clean Code | https://overreacted.io/goodbye-clean-code/
jonas | 2 | 2014 | James Lewis and Martin Fowler | Microservices | https://martinfowler.com/articles/microservices.html
jonas | 3 | 2015 | Martin Fowler | MonolithFirst | https://martinfowler.com/bliki/MonolithFirst.html
amara | 6 | 2010 | Patrick McKenzie | Falsehoods Programmers Believe About Names | https://www.kalzumeus.com/2010/06/17/falsehoods-programmers-believe-about-names/
mei | 4 | 2014 | Chris Beams | How to Write a Git Commit Message | https://cbea.ms/git-commit/
tomas | 1 | 2010 | Vincent Driessen | A successful Git branching model | https://nvie.com/posts/a-successful-git-branching-model/
priya | 3 | 2015 | Martin Kleppmann | Please stop calling databases CP or AP | https://martin.kleppmann.com/2015/05/11/please-stop-calling-databases-cp-or-ap.html
priya | 2 | 2013 | Jay Kreps | The Log: What every software engineer should know about real-time data’s unifying abstraction | https://engineering.linkedin.com/distributed-systems/log-what-every-software-engineer-should-know-about-real-time-datas-unifying
amara | 2 | 2016 | Julia Evans | How to ask good questions | https://jvns.ca/blog/good-questions/
amara | 3 | 2022 | Julia Evans | A debugging manifesto | https://jvns.ca/blog/2022/12/08/a-debugging-manifesto/
oskar | 2 | 2000 | Joel Spolsky | Things You Should Never Do, Part I | https://www.joelonsoftware.com/2000/04/06/things-you-should-never-do-part-i/
oskar | 2 | 2006 | Steve Yegge | Execution in the Kingdom of Nouns | https://steve-yegge.blogspot.com/2006/03/execution-in-kingdom-of-nouns.html
mei | 2 | 2009 | Russ Cox | Go Data Structures: Interfaces | https://research.swtch.com/interfaces
mei | 4 | 2019 | Russ Cox | Our Software Dependency Problem | https://research.swtch.com/deps
priya | 1 | 2015 | Marc Brooker | Exponential Backoff And Jitter | https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
leila | 4 | 2015 | Maciej Cegłowski | The Website Obesity Crisis | https://idlewords.com/talks/website_obesity.htm
jonas | 1 | 2012 | Robert C. Martin | The Clean Architecture | https://blog.cleancoder.com/uncle-bob/2012/08/13/the-clean-architecture.html
tomas | 3 | 2021 | Dan Abramov | npm audit: Broken by Design | https://overreacted.io/npm-audit-broken-by-design/
aino | 2 | 2017 | Charity Majors | The Engineer/Manager Pendulum | https://charity.wtf/2017/05/11/the-engineer-manager-pendulum/
amara | 2 | 2017 | Michael Lynch | How to Do Code Reviews Like a Human (Part One) | https://mtlynch.io/human-code-reviews-1/
jonas | 2 | 2019 | Martin Fowler | Is High Quality Software Worth the Cost? | https://martinfowler.com/articles/is-quality-worth-cost.html
mei | 1 | 2006 | Joshua Bloch | Extra, Extra - Read All About It: Nearly All Binary Searches and Mergesorts are Broken | https://research.google/blog/extra-extra-read-all-about-it-nearly-all-binary-searches-and-mergesorts-are-broken/
aino | 1 | 2013 | Paul Graham | Do Things that Don’t Scale | https://paulgraham.com/ds.html
leila | 1 | 2022 | Simon Willison | Prompt injection attacks against GPT-3 | https://simonwillison.net/2022/Sep/12/prompt-injection/
tomas | 0 | 2023 | Mitchell Hashimoto | My Approach to Building Large Technical Projects | https://mitchellh.com/writing/building-large-technical-projects
`
  .trim()
  .split('\n')
  .map((line) => {
    const [by, likes, year, author, title, url] = line.split(' | ') as [
      DemoUser,
      string,
      string,
      string,
      string,
      string,
    ];
    return { by, likes: Number(likes), year: Number(year), author, title, url };
  });
