export const prerender = true;
// A folder with an index file per page: any static server can serve it, from any sub-path.
export const trailingSlash = 'always';
