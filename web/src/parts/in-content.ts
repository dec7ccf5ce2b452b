/** Where menus hang: inside the page's main landmark, so that what is in them belongs to a part of the page. */
export const IN_CONTENT = { target: '#content' };
