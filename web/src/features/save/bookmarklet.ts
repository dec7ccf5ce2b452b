/** A bookmark that opens the page one is on in a small window of this server, ready to be saved. */
export function bookmarklet(origin: string): string {
  const open = `open(${JSON.stringify(`${origin}/save?url=`)}+encodeURIComponent(location.href)+"&title="+encodeURIComponent(document.title.slice(0,300)),"_blank","noopener,width=560,height=480")`;
  return `javascript:void(${encodeURIComponent(open)})`;
}
