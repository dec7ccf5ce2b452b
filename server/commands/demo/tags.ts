/** What the users tag what they put on their lists with, by the author of the blog. */
export const TAGS: Record<string, string[]> = {
  'Dan Abramov': ['react'],
  'Julia Evans': ['craft', 'short'],
  'Joel Spolsky': ['classic'],
  'Martin Fowler': ['architecture'],
  'James Lewis and Martin Fowler': ['architecture'],
  'Dan McKinley': ['architecture', 'classic'],
  'Martin Kleppmann': ['databases', 'distributed'],
  'Laurenz Albe': ['databases'],
  'Russ Cox': ['dependencies'],
  'Ethan Marcotte': ['web', 'classic'],
  'Maciej Cegłowski': ['web'],
};
